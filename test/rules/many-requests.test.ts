import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { validFileOf } from '../support/valid-files';

describe('J06 number of requests', () => {
  it('J06 200 requests are accepted; the 201st is pointed at, with the count', () => {
    assert.deepEqual(analyse({ name: 'a.avance.json', text: validFileOf('MDV-LGC-Va2', 200) }).findings, []);
    const text = validFileOf('MDV-LGC-Va2', 201);
    const [finding, ...others] = analyse({ name: 'a.avance.json', text }).findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.finding.code, 'trop-de-demandes');
    assert.deepEqual(finding.finding.facts, { nombre: 201, maximum: 200, exces: 1 });
    assert.match(text.slice(finding.start, finding.start + 60), /^\{\s*"referenceDemande": "REF-0201"/);
    assert.equal(finding.end, finding.start + 1);
  });
});
