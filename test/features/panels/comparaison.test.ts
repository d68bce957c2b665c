import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readComparaisonMessage } from '../../../client/src/panels/comparaison-messages';
import { byLikeness, stepOf } from '../../../client/src/panels/likely-pairs';
import { readReceived } from '../../../client/src/panels/page/read-comparaison';
import { analyse } from '../../../server/src/analysis/analyse';
import type { CheckedDocument } from '../../../server/src/features/document';
import { comparaisonView } from '../../../server/src/features/panels/comparaison-model';
import type { Langue } from '../../../server/src/messages/langue';
import { oneValueOff } from '../../support/one-value-off';
import { NAMED_FORMATS, validFileOf } from '../../support/valid-files';

function checked(text: string, name: string): CheckedDocument {
  const document = TextDocument.create(`file:///depot/${name}`, 'segur-demande', 3, text);
  return { document, analysis: analyse({ name, text }), langue: 'fr' };
}

function viewOf(avance: string, solde: string, langue: Langue = 'fr') {
  return comparaisonView(checked(avance, 'a.avance.json'), checked(solde, 'a.solde.json'), langue);
}

const AVANCE = validFileOf('HOP-DPI-Va2', 2);
const SOLDE = validFileOf('HOP-DPI-Va2', 2, 'solde');
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the model of the panel that compares', () => {
  for (const { sons = '' } of NAMED_FORMATS.filter(({ etape }) => etape === 'avance')) {
    it(`${sons}: a solde that follows from its avance has the same perimeter`, () => {
      const { modele, places } = viewOf(validFileOf(sons, 2), validFileOf(sons, 2, 'solde'));
      assert.deepEqual(
        modele.lignes.map(({ sort, facture }) => [sort, facture.detail.includes('écart')]),
        [
          ['identique', false],
          ['identique', false],
        ],
      );
      assert.ok(places.every(({ avance, solde }) => avance && solde));
    });
  }

  it('says who was replaced, and what the invoice adds', () => {
    const solde = SOLDE.replace('"FINESSPMSI": "870000064"', '"FINESSPMSI": "990000011"');
    const dearer = solde.replace(
      /("facture": \{[^}]*"montantHT": )1000\.00/,
      (_all, before: string) => `${before}1100.50`,
    );
    assert.notEqual(dearer, solde);
    const [ligne] = viewOf(AVANCE, dearer).modele.lignes;
    assert.ok(ligne);
    assert.equal(ligne.sort, 'remplace');
    assert.deepEqual(ligne.benefAvance, [{ numero: 'FINESS 870000064', marque: 'retiré' }]);
    assert.deepEqual(ligne.benefSolde, [{ numero: 'FINESS 990000011', marque: 'ajouté' }]);
    assert.match(plain(ligne.facture.detail), /^1 100,50 € HT, écart \+100,50 € HT$/);
    assert.match(ligne.explication, /numéros de l'avance/);
  });

  it('without the two files, says what it takes', () => {
    const avance = checked(AVANCE, 'a.avance.json');
    for (const [one, other] of [
      [avance, avance],
      [undefined, undefined],
      [avance, checked('{}', 'autre.json')],
    ]) {
      const { modele, places, versions } = comparaisonView(one, other, 'fr');
      assert.deepEqual([modele.lignes, places, versions], [[], [], null]);
      assert.match(modele.resume, /sont nécessaires/);
    }
  });

  it('speaks English', () => {
    assert.equal(viewOf(AVANCE, SOLDE, 'en').modele.resume, 'Same perimeter: 2');
  });
});

describe('the page that compares, and the extension', () => {
  const received: unknown = JSON.parse(JSON.stringify(viewOf(AVANCE, SOLDE).modele));

  it('the page takes the model, and none with one value of another form', () => {
    assert.ok(readReceived({ type: 'modele', modele: received }));
    let tried = 0;
    for (const modele of oneValueOff(received)) {
      assert.equal(readReceived({ type: 'modele', modele }), undefined, JSON.stringify(modele));
      tried++;
    }
    assert.ok(tried > 30);
    for (const other of [null, 'modele', {}, { type: 'autre', modele: received }]) {
      assert.equal(readReceived(other), undefined);
    }
  });

  it('the extension takes what the page may say, and nothing else', () => {
    const known = [{ type: 'pret' }, { type: 'montrer', rang: 2, cote: 'solde' }];
    for (const message of known) assert.deepEqual(readComparaisonMessage({ ...message, plus: 1 }), message);
    const foreign = [
      null,
      'pret',
      { type: 'montrer', rang: -1, cote: 'solde' },
      { type: 'montrer', rang: 1.5, cote: 'avance' },
      { type: 'montrer', rang: 1, cote: 'autre' },
      { type: 'ouvrir' },
    ];
    for (const message of foreign) assert.equal(readComparaisonMessage(message), undefined);
  });

  it('the likeliest file comes first: the same name, then the nearest', () => {
    assert.equal(stepOf('/a/mars.AVANCE.json'), 'avance');
    assert.equal(stepOf('/a/mars.json'), undefined);
    const candidates = [
      '/a/avril.solde.json',
      '/b/mars.solde.json',
      '/a/mars.solde.json',
      '/a/mars-2.solde.json',
    ];
    assert.deepEqual(byLikeness('/a/mars.avance.json', candidates), [
      '/a/mars.solde.json',
      '/b/mars.solde.json',
      '/a/mars-2.solde.json',
      '/a/avril.solde.json',
    ]);
  });
});
