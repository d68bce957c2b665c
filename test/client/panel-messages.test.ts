import assert from 'node:assert/strict';
import { latest } from '../../client/src/latest';
import { readEcheancesMessage } from '../../client/src/panels/echeances-messages';
import { readReceived } from '../../client/src/panels/page/read-echeances';
import { echeancesModel } from '../../server/src/features/panels/echeances-model';
import { NO_COMPLETE_FILE_KNOWN } from '../../server/src/regulation/complete-file';
import { REGULATION } from '../../server/src/regulation/regulation';
import { checkedText } from '../support/checked';
import { validFileOf } from '../support/valid-files';
import { oneValueOff } from '../support/one-value-off';

const NOW = 29_900_000;
const modele: unknown = JSON.parse(
  JSON.stringify(
    echeancesModel({
      now: NOW,
      regulation: REGULATION,
      sonsDuFichier: 'HOP-DPI-Va2',
      dossier: checkedText(validFileOf('HOP-DPI-Va2')).analysis.dossier,
      dossiersComplets: NO_COMPLETE_FILE_KNOWN,
      langue: 'fr',
    }),
  ),
);

describe('messages of the panel', () => {
  it('the extension takes what the page may say, and nothing else', () => {
    assert.deepEqual(readEcheancesMessage({ type: 'pret', more: 1 }), { type: 'pret' });
    for (const wanted of [
      { type: 'exporter', sons: ['HOP-DPI-Va2'] },
      { type: 'montrer', rang: 199 },
    ]) {
      assert.deepEqual(readEcheancesMessage(wanted), wanted);
    }
    const foreign = [
      null,
      'pret',
      {},
      { type: 'ouvrir' },
      { type: 'exporter' },
      { type: 'exporter', sons: [1] },
      { type: 'montrer' },
      { type: 'montrer', rang: -1 },
      { type: 'montrer', rang: 0.5 },
      { type: 'montrer', rang: '1' },
    ];
    for (const message of foreign) assert.equal(readEcheancesMessage(message), undefined);
  });

  it('the page takes the model of the server as it comes', () => {
    assert.deepEqual(readReceived({ type: 'modele', modele }), { type: 'modele', modele });
  });

  it('the page refuses a model in which any one value has another form', () => {
    const broken = [...oneValueOff(modele)];
    assert.ok(broken.length > 40);
    for (const mangled of broken) {
      assert.equal(
        readReceived({ type: 'modele', modele: mangled }),
        undefined,
        JSON.stringify(mangled).slice(0, 500),
      );
    }
    for (const message of [undefined, null, 1, {}, { type: 'modele' }, { type: 'autre', modele }]) {
      assert.equal(readReceived(message), undefined);
    }
  });

  it('a question asked during another is asked once more, after it', async () => {
    const ends: (() => void)[] = [];
    const ask = latest(() => new Promise((resolve) => ends.push(resolve)));
    for (let times = 0; times < 3; times++) ask();
    assert.equal(ends.length, 1);
    ends[0]?.();
    await turn();
    assert.equal(ends.length, 2);
    ends[1]?.();
    await turn();
    assert.equal(ends.length, 2);
    ask();
    assert.equal(ends.length, 3);
  });
});

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
