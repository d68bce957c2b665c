import assert from 'node:assert/strict';
import { confidenceOf } from '../../../server/src/formats/learn/guess';
import { modelOf } from '../../support/learnt';

/** The role of the place, and how sure it is. */
function told(json: unknown, path: string): string {
  const { guesses } = modelOf({ name: 'modele.json', text: JSON.stringify(json) });
  const guess = guesses.find(({ place }) => place.path === path);
  return guess ? `${guess.role} (${confidenceOf(guess)})` : 'none';
}

const TAGS: readonly (readonly [title: string, json: unknown, path: string, role: string])[] = [
  ['a name and its values', { numSiren: '268708518' }, '/numSiren', 'siren (haute)'],
  ['a name alone', { numSiren: null }, '/numSiren', 'siren (moyenne)'],
  ['a name that its values deny', { siren: 'à remplir' }, '/siren', 'siren (faible)'],
  ['accents and capitals', { 'N° de TÉLÉPHONE': '' }, '/N° de TÉLÉPHONE', 'telephone (moyenne)'],
  ['words in one', { numfinesspmsi: '870000064' }, '/numfinesspmsi', 'finess-pmsi (haute)'],
  ['a FINESS of which kind?', { finess: '870000064' }, '/finess', 'none'],
  ['nine digits', { code: '870000064' }, '/code', 'none'],
  ['eleven digits', { code: '10000005479' }, '/code', 'rpps (faible)'],
  ['an address by its values', { a: 'medecin@example.org' }, '/a', 'email (faible)'],
  ['a date of nothing in particular', { date: '12/03/2026' }, '/date', 'none'],
  ['a date in an aid', { aides: [{ date: '12/03/2026' }] }, '/aides/#/date', 'date-attribution (haute)'],
  ['a name in a doctor', { medecin: { nom: 'Nom' } }, '/medecin/nom', 'nom-medecin (moyenne)'],
  ['a first name is no name', { medecin: { prenom: 'Prénom' } }, '/medecin/prenom', 'none'],
  ['a ceiling is no price', { plafondHT: 300 }, '/plafondHT', 'none'],
  ['a yes or no on the VAT', { assujettiTva: true }, '/assujettiTva', 'assujetti-tva (moyenne)'],
  ['a text where a yes or no is due', { assujettiTva: 'numéro' }, '/assujettiTva', 'none'],
  ['J13 an indicator of MSS', { deploiementMSS: null }, '/deploiementMSS', 'indicateur-mss (moyenne)'],
  ['J13 the same with its cases', { indicateurMss: 'Cas 1' }, '/indicateurMss', 'indicateur-mss (haute)'],
  ['an address of MSS is no indicator', { adresseMss: 'a@b.mssante.fr' }, '/adresseMss', 'email (faible)'],
  ['values of two types', { siren: [1, 'a'] }, '/siren/#', 'none'],
  ['twice in one block', { o: { siren: '268708518', sirenSiege: '268708518' } }, '/o/siren', 'none'],
  ['the clearly better of two', { o: { siren: '268708518', sirenSiege: null } }, '/o/siren', 'siren (haute)'],
];

describe('roles from names and values', () => {
  for (const [title, json, path, role] of TAGS) it(title, () => assert.equal(told(json, path), role));

  it('two amounts of one request: none is the one', () => {
    const twice = { lignes: [{ siren: '268708518', dateSignature: null, a: { mtHT: 1 }, b: { mtHT: 2 } }] };
    assert.equal(told(twice, '/lignes/#/a/mtHT'), 'none');
    assert.equal(told(twice, '/lignes/#/b/mtHT'), 'none');
  });

  it('what is even is told as such', () => {
    const { ambiguous } = modelOf({ name: 'm.json', text: '{"finess": "870000064"}' });
    assert.deepEqual(
      ambiguous.map(({ place, roles }) => [place.path, [...roles].sort()]),
      [['/finess', ['finess-geo', 'finess-pmsi']]],
    );
  });
});

const LINE = { siren: '268708518', dateSignature: '12/03/2026', montantHT: 300, montantTTC: 360 };

describe('where requests stand', () => {
  const cases: readonly (readonly [title: string, json: unknown, path: string, role: string])[] = [
    ['a list that says so by what it holds', { lot: [LINE] }, '/lot', 'demandes (haute)'],
    ['a list that says so by its name alone', { demandes: [] }, '/demandes', 'demandes (moyenne)'],
    ['deep inside', { a: { b: { c: [LINE] } } }, '/a/b/c', 'demandes (haute)'],
    ['the root', LINE, '', 'demande (haute)'],
    [
      'the root beside lists of its own',
      { ...LINE, demandes: ['a'], etablissements: [{ siren: null }] },
      '',
      'demande (haute)',
    ],
    [
      'a list of a request is none',
      { lot: [{ ...LINE, etablissements: [LINE] }] },
      '/lot/#/etablissements',
      'etablissements (moyenne)',
    ],
    ['two lists alike', { un: [LINE], deux: [LINE] }, '/un', 'none'],
    ['one of two is called so', { demandes: [LINE], autres: [LINE] }, '/demandes', 'demandes (haute)'],
    ['nothing that looks like a request', { a: 1 }, '', 'none'],
  ];
  for (const [title, json, path, role] of cases) it(title, () => assert.equal(told(json, path), role));
});
