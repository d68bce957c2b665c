import assert from 'node:assert/strict';
import { contexteOf, montantsOf, type Montants } from '../../server/src/dossier/montants';
import { fusionText } from '../../server/src/dossier/montants-words';
import {
  fusionConnue,
  fusionsEnsemble,
  reunionDe,
  type FusionConnue,
  type Fusions,
} from '../../server/src/dossier/fusions';
import { sommesOf } from '../../server/src/dossier/totaux';
import { formatEuros } from '../../server/src/regulation/cents';
import { regulationWith } from '../../server/src/regulation/regulation';
import { baseOf } from '../support/base';
import { checkedText } from '../support/checked';
import { validFileOf } from '../support/valid-files';

const [A, B, C, D, E] = ['870000064', '990000127', '990000507', '990000135', '990000515'];

function fusion(a: string, b: string, c?: string, more: Partial<FusionConnue> = {}): FusionConnue {
  const known = fusionConnue({
    type: c === undefined ? 'FUSION_ABSORPTION' : 'FUSION_ACQUISITION',
    moment: 'AVANT_AVANCE',
    declaree: true,
    finess: [a, b, c],
    fichier: 'segur.json',
    ...more,
  });
  assert.ok(known);
  return known;
}

const numbersOf = (finess: string, ...fusions: FusionConnue[]) => reunionDe(finess, fusions).finess;

describe('mergers', () => {
  it('M11 A, B and C share the ceilings of A and B; another establishment keeps its own', () => {
    const acquisition = fusion(A, B, C);
    for (const finess of [A, B, C]) assert.deepEqual(numbersOf(finess, acquisition), [A, B], finess);
    assert.deepEqual(numbersOf(D, acquisition), [D]);
    for (const finess of [A, B]) assert.deepEqual(numbersOf(finess, fusion(A, B)), [A, B], finess);
  });

  it('M11 adds nothing up before the merger is declared', () => {
    assert.deepEqual(numbersOf(A, fusion(A, B, C, { declaree: false })), [A]);
  });

  it('M11 after the avance only what came out of the merger has the sum', () => {
    const acquisition = fusion(A, B, C, { moment: 'APRES_AVANCE' });
    assert.deepEqual(
      [A, B, C].map((finess) => numbersOf(finess, acquisition)),
      [[A], [B], [A, B]],
    );
    const absorption = fusion(A, B, undefined, { moment: 'APRES_AVANCE' });
    assert.deepEqual(
      [A, B].map((finess) => numbersOf(finess, absorption)),
      [[A, B], [B]],
    );
  });

  it('M11 mergers that follow one another add all their ceilings up, in a circle too', () => {
    assert.deepEqual(numbersOf(C, fusion(A, B, C), fusion(C, D, E)), [A, B, D]);
    assert.deepEqual(numbersOf(A, fusion(A, B), fusion(A, D)), [A, B, D].sort());
    assert.deepEqual(numbersOf(A, fusion(A, B), fusion(B, A)), [A, B]);
  });

  it('A07 nothing is concluded from a merger without its kind or its numbers, or whose numbers are not distinct', () => {
    const written = { type: 'FUSION_ACQUISITION', moment: undefined, declaree: true, fichier: '' } as const;
    const understood = ([a, b, c]: readonly string[], type?: FusionConnue['type']) =>
      fusionConnue({ ...written, type: type ?? written.type, finess: [a, b, c] });
    assert.ok(understood([A, B, C]));
    for (const numbers of [[A, B], [A], [A, A, C], [A, B, A], [A, B, B], [A, '12', C]]) {
      assert.equal(understood(numbers), undefined, numbers.join(' '));
    }
    assert.equal(fusionConnue({ ...written, type: undefined, finess: [A, B, C] }), undefined);
    assert.equal(understood([A, A], 'FUSION_ABSORPTION'), undefined);
  });

  it('A07 a merger told twice counts once, and is declared if one says so', () => {
    const [undeclared, declared] = [fusion(A, B, C, { declaree: false }), fusion(A, B, C)];
    for (const all of [
      [undeclared, declared],
      [declared, undeclared],
    ]) {
      assert.deepEqual(fusionsEnsemble(all), [declared]);
    }
  });
});

const TWO = validFileOf('HOP-DPI-Va2', 2);
const NUMBERS = [...TWO.matchAll(/"FINESSPMSI": "(\w+)"/g)].map(([, number]) => number);
const FILE = TWO.replace(`"${NUMBERS[0]}"`, `"${A}"`).replace(`"${NUMBERS[1]}"`, `"${B}"`);

function montantsIn(text: string, fusions: Fusions): Montants[] {
  const { dossier } = checkedText(text).analysis;
  assert.ok(dossier);
  const contexte = contexteOf(dossier, { base: baseOf('hopitaux.json'), fusions });
  return dossier.demandes.map(({ part }) => montantsOf(part, contexte));
}

const ceilings = (all: readonly Montants[]) =>
  all.map(({ plafond }) => (plafond.type === 'montant' ? formatEuros(plafond.ht.cents) : plafond.type));

describe('ceilings of establishments that merged', () => {
  it('M11 add up, are told term by term with their rows and sources, and count once in the totals', () => {
    const apart = montantsIn(FILE, []);
    assert.deepEqual(ceilings(apart), ['900.00', '2000.00']);
    const all = montantsIn(FILE, [fusion(A, B, C)]);
    assert.deepEqual(ceilings(all), ['2900.00', '2900.00']);
    assert.equal(formatEuros(sommesOf(all).plafond.cents), '2900.00');
    assert.deepEqual(formatEuros(sommesOf(apart).plafond.cents), '2900.00');
    const [first] = all;
    assert.ok(first?.plafond.type === 'montant');
    assert.equal(first.plafond.ht.status, 'confirmé');
    const told = fusionText(first.plafond, 'fr')?.replaceAll('\u00A0', ' ');
    assert.match(told ?? '', /870000064 : 900,00 € \+ 990000127 : 2 000,00 € = 2 900,00 € HT/);
    assert.match(told ?? '', /ligne 2 de base\.xlsx, ligne 3 de base\.xlsx, S0, S2/);
    assert.equal(apart[0] && fusionText(apart[0].plafond, 'fr'), undefined);
  });

  it('M11 after the avance the sum is to be confirmed', () => {
    const [first, second] = montantsIn(FILE, [fusion(A, B, undefined, { moment: 'APRES_AVANCE' })]);
    assert.ok(first?.plafond.type === 'montant' && second?.plafond.type === 'montant');
    assert.deepEqual([first.plafond.ht.status, second.plafond.ht.status], ['à confirmer', 'confirmé']);
    assert.deepEqual(ceilings([first, second]), ['2900.00', '2000.00']);
    assert.match(fusionText(first.plafond, 'fr') ?? '', /à confirmer/);
  });

  it('M11 a sum of which one term is not known is not known', () => {
    assert.deepEqual(ceilings(montantsIn(FILE, [fusion(A, E, C)])), ['hors-base', '2000.00']);
  });

  it('M11 is said of hospitals, and no more once the user takes the text back', () => {
    const { dossier } = checkedText(FILE).analysis;
    const part = dossier?.demandes[0]?.part;
    assert.ok(dossier && part);
    const regulation = regulationWith({
      enonces: [
        { id: 'HOP.fusion-plafond', value: 'aucun', source: ['courrier de l’ASP'], status: 'confirmé' },
      ],
    });
    const contexte = contexteOf(dossier, {
      regulation,
      base: baseOf('hopitaux.json'),
      fusions: [fusion(A, B, C)],
    });
    assert.deepEqual(ceilings([montantsOf(part, contexte)]), ['900.00']);
  });
});
