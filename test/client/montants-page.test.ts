import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMontantsMessage } from '../../client/src/panels/montants-messages';
import {
  chosenRows,
  EVERYTHING,
  readChoice,
  sortedBy,
  type Choice,
} from '../../client/src/panels/page/choice';
import { readReceived, type Ligne } from '../../client/src/panels/page/read-montants';
import { rankAt } from '../../client/src/panels/rank-at';
import { analyse } from '../../server/src/analysis/analyse';
import { montantsView } from '../../server/src/features/panels/montants-model';
import { oneValueOff } from '../support/one-value-off';
import { mixedSample } from '../../scripts/make-mixed-sample.mjs';

const text = mixedSample(60);
const document = TextDocument.create('file:///a.avance.json', 'segur-demande', 1, text);
const { modele, places } = montantsView(
  { document, analysis: analyse({ name: 'a.avance.json', text }), langue: 'fr' },
  'fr',
);
const { lignes } = modele;
const received: unknown = JSON.parse(JSON.stringify(modele));

describe('messages of the panel of amounts', () => {
  it('the extension takes what the page may say, and nothing else', () => {
    const known = [
      { type: 'pret' },
      { type: 'montrer', rang: 3, version: 12 },
      { type: 'exporter', rangs: [2, 0] },
      { type: 'copier', rangs: [] },
    ];
    for (const message of known) assert.deepEqual(readMontantsMessage({ ...message, more: 1 }), message);
    const foreign = [
      null,
      'pret',
      {},
      { type: 'ouvrir' },
      { type: 'montrer', rang: 1 },
      { type: 'montrer', rang: 'a', version: 1 },
      { type: 'montrer', rang: 1.5, version: 1 },
      { type: 'exporter' },
      { type: 'copier', rangs: [null] },
    ];
    for (const message of foreign) assert.equal(readMontantsMessage(message), undefined);
  });

  it('the page takes the model of the server as it comes, and the rank of the cursor', () => {
    assert.deepEqual(readReceived({ type: 'modele', modele: received }), {
      type: 'modele',
      modele: received,
    });
    for (const rang of [0, 12, null]) {
      assert.deepEqual(readReceived({ type: 'curseur', rang }), { type: 'curseur', rang });
    }
  });

  it('the page refuses a model in which any one value has another form', () => {
    const broken = [...oneValueOff(received)];
    assert.ok(broken.length > 60);
    for (const mangled of broken) {
      const told = JSON.stringify(mangled).slice(0, 500);
      assert.equal(readReceived({ type: 'modele', modele: mangled }), undefined, told);
    }
    for (const message of [undefined, null, 1, {}, { type: 'modele' }, { type: 'curseur', rang: '1' }]) {
      assert.equal(readReceived(message), undefined);
    }
  });
});

describe('the rows that a person chose', () => {
  const chosen = (choice: Partial<Choice>): readonly Ligne[] =>
    chosenRows(lignes, { ...EVERYTHING, ...choice });
  const ranks = (choice: Partial<Choice>): number[] => chosen(choice).map(({ rang }) => rang);

  it('are all of them, in the order of the file, at first and after what is no choice', () => {
    assert.deepEqual(chosenRows(lignes, readChoice(undefined)), lignes);
    assert.deepEqual(readChoice({ ...EVERYTHING, colonne: 'rien' }), EVERYTHING);
    assert.deepEqual(readChoice({ ...EVERYTHING, texte: 'a' }), { ...EVERYTHING, texte: 'a' });
  });

  it('are found by reference, name and number, without accents nor capitals', () => {
    assert.deepEqual(ranks({ texte: ' lgc1-0004 ' }), [3]);
    assert.deepEqual(ranks({ texte: lignes[7]?.numero.toLowerCase() ?? '' }), [7]);
    const named = chosen({ texte: 'ELISE' });
    assert.ok(named.length > 3 && named.every(({ beneficiaire }) => beneficiaire.includes('Élise')));
  });

  it('are OK, KO or over the ceiling', () => {
    const [ok, ko, over] = [ranks({ etat: 'ok' }), ranks({ etat: 'ko' }), ranks({ etat: 'depasse' })];
    assert.equal(ok.length + ko.length, 60);
    assert.ok(ko.length > 2 && over.length > 5);
    assert.ok(chosen({ etat: 'depasse' }).every(({ ecart }) => (ecart.tri ?? 0) < 0));
  });

  it('are sorted both ways, the unknown last in both', () => {
    for (const colonne of ['plafond', 'ht', 'ttc', 'avance', 'solde', 'ecart'] as const) {
      const up = chosen({ colonne }).map((ligne) => ligne[colonne].tri);
      const known = up.filter((tri) => tri !== null);
      assert.deepEqual(
        up.slice(0, known.length),
        [...known].sort((a, b) => a - b),
        colonne,
      );
      const down = chosen({ colonne, decroissant: true }).map((ligne) => ligne[colonne].tri);
      assert.deepEqual(
        down.slice(0, known.length),
        [...known].sort((a, b) => b - a),
        colonne,
      );
      assert.ok(down.slice(known.length).every((tri) => tri === null));
    }
    assert.equal(ranks({ decroissant: true })[0], 59);
    const names = chosen({ colonne: 'beneficiaire' }).map(({ beneficiaire }) => beneficiaire);
    assert.deepEqual(names, names.toSorted(new Intl.Collator('fr', { numeric: true }).compare));
  });

  it('turn round at a second click, and begin upwards in another column', () => {
    const once = sortedBy(EVERYTHING, 'ht');
    const twice = sortedBy(once, 'ht');
    assert.deepEqual([once.decroissant, twice.decroissant], [false, true]);
    assert.deepEqual(sortedBy(twice, 'ttc'), { ...EVERYTHING, colonne: 'ttc' });
  });
});

describe('the request around the cursor', () => {
  it('is found from its first character to its last, and nowhere else', () => {
    for (const [rang, { start, end }] of places.entries()) {
      assert.deepEqual([rankAt(places, start), rankAt(places, end)], [rang, rang]);
    }
    assert.equal(rankAt(places, 0), null);
    assert.equal(rankAt(places, text.length), null);
    assert.equal(rankAt([], 3), null);
  });
});
