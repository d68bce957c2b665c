import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { NAMED_FORMATS, validFile } from '../support/valid-files';
import { annotate } from '../support/annotate';

describe('a right file', () => {
  for (const format of NAMED_FORMATS) {
    it(`of ${format.id} has nothing said of it but what is uncertain in the model itself`, () => {
      const analysis = analyse({ name: 'depot.json', text: validFile(format, 2) });
      assert.ok(analysis.recognition.kind === 'format' && analysis.recognition.format.id === format.id);
      const said = analysis.findings.filter(({ finding }) => finding.code !== 'balise-incertaine');
      assert.equal(said.length, 0, annotate({ ...analysis, findings: said }));
    });
  }
});
