import assert from 'node:assert/strict';
import { readCandidatureMessage } from '../../client/src/panels/candidature-messages';
import { readReceived } from '../../client/src/panels/page/read-candidature';
import { narrowestAt } from '../../client/src/panels/rank-at';
import { candidatureView } from '../../server/src/features/panels/candidature-model';
import { parisInstant } from '../../server/src/regulation/paris-time';
import { checkedText } from '../support/checked';
import { MANIFEST } from '../support/fixture';
import { sampleManifests } from '../support/manifests';
import { oneValueOff } from '../support/one-value-off';

const now = parisInstant({ year: 2026, month: 3, day: 5 }, 600);
const checked = checkedText(sampleManifests()[1] ?? '', { name: MANIFEST });
const { modele: made } = candidatureView(checked, { now, langue: 'fr' });
const modele: unknown = JSON.parse(JSON.stringify(made));

describe('messages of the panel of a candidature', () => {
  it('the extension takes what the page may say, and nothing else', () => {
    for (const wanted of [{ type: 'pret' }, { type: 'montrer', rang: 3, version: 7 }]) {
      assert.deepEqual(readCandidatureMessage(wanted), wanted);
    }
    for (const message of [
      null,
      'pret',
      {},
      { type: 'montrer', rang: 1 },
      { type: 'montrer', rang: '1', version: 1 },
    ]) {
      assert.equal(readCandidatureMessage(message), undefined);
    }
  });

  it('the page takes the model of the server as it comes, and the row around the cursor', () => {
    assert.deepEqual(readReceived({ type: 'modele', modele }), { type: 'modele', modele });
    assert.deepEqual(readReceived({ type: 'curseur', rang: null }), { type: 'curseur', rang: null });
    assert.equal(readReceived({ type: 'curseur', rang: 'x' }), undefined);
  });

  it('the page refuses a model in which any one value has another form', () => {
    const broken = [...oneValueOff(modele)];
    assert.ok(broken.length > 25);
    for (const mangled of broken) {
      assert.equal(
        readReceived({ type: 'modele', modele: mangled }),
        undefined,
        JSON.stringify(mangled).slice(0, 300),
      );
    }
  });

  it('the narrowest place around the cursor is its row', () => {
    const places = [
      { start: 0, end: 90 },
      { start: 10, end: 20 },
      { start: 12, end: 14 },
    ];
    assert.deepEqual(
      [5, 11, 13, 20, 91].map((offset) => narrowestAt(places, offset)),
      [0, 1, 2, 1, null],
    );
  });
});
