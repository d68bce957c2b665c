import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { comparerPerimetres } from '../../server/src/dossier/comparaison';
import { referenceOf } from '../../server/src/dossier/beneficiaire';
import type { Dossier } from '../../server/src/dossier/dossier';
import { pairesOf } from '../../server/src/dossier/paires';
import { perimetreOf } from '../../server/src/dossier/perimetre';
import { validFileOf } from '../support/valid-files';

describe('the four cases of the annex', () => {
  const cases = [
    ['A01 the same, in any order', ['a', 'b'], ['b', 'a', 'a'], 'identique', [], []],
    ['A02 one removed', ['a', 'b'], ['a'], 'retire', ['b'], []],
    ['A03 one added', ['a'], ['a', 'b'], 'ajoute', [], ['b']],
    ['A04 one replaced', ['a', 'b'], ['a', 'c'], 'remplace', ['b'], ['c']],
    ['nothing legible in the avance', [], ['a'], 'inconnu', [], []],
    ['nothing legible in the solde', ['a'], [], 'inconnu', [], []],
  ] as const;
  for (const [title, avance, solde, cas, retires, ajoutes] of cases) {
    it(title, () => {
      assert.deepEqual(comparerPerimetres(avance, solde), { cas, retires, ajoutes });
    });
  }
});

describe('requests of an avance and of its solde', () => {
  function dossierOf(text: string, etape: string): Dossier {
    const { dossier } = analyse({ name: `a.${etape}.json`, text });
    assert.ok(dossier);
    return dossier;
  }
  const told = (avance: string, solde: string): string[] =>
    pairesOf(dossierOf(avance, 'avance'), dossierOf(solde, 'solde')).map((paire) =>
      [paire.avance, paire.solde].map((one) => (one ? (referenceOf(one.part) ?? '?') : '-')).join(' '),
    );
  const avance = validFileOf('HOP-DPI-Va2', 3);
  const solde = validFileOf('HOP-DPI-Va2', 3, 'solde');

  it('go by reference, then by a number in common', () => {
    assert.deepEqual(told(avance, solde), ['REF-0001 REF-0001', 'REF-0002 REF-0002', 'REF-0003 REF-0003']);
    assert.deepEqual(told(avance, solde.replace('"REF-0002"', '"AUTRE"')), [
      'REF-0001 REF-0001',
      'REF-0002 AUTRE',
      'REF-0003 REF-0003',
    ]);
  });

  it('what stands on one side only is said so, last for the solde', () => {
    const one = validFileOf('HOP-DPI-Va2', 1);
    assert.deepEqual(told(one, solde), ['REF-0001 REF-0001', '- REF-0002', '- REF-0003']);
    assert.deepEqual(told(avance, validFileOf('HOP-DPI-Va2', 1, 'solde')), [
      'REF-0001 REF-0001',
      'REF-0002 -',
      'REF-0003 -',
    ]);
  });

  it('a reference written twice pairs once', () => {
    const twice = solde.replace('"REF-0002"', '"REF-0001"');
    const pairs = told(avance, twice);
    assert.equal(pairs.length, 3);
    assert.deepEqual(pairs.slice(0, 2), ['REF-0001 REF-0001', 'REF-0002 REF-0001']);
  });

  it('a perimeter is told by FINESS and RPPS, and by the company only without them', () => {
    const [first] = dossierOf(avance, 'avance').demandes;
    assert.ok(first);
    assert.deepEqual(perimetreOf(first.part), ['FINESS 870000064']);
    const [doctor] = dossierOf(validFileOf('MDV-LGC-Va2'), 'avance').demandes;
    assert.ok(doctor);
    assert.deepEqual(perimetreOf(doctor.part), ['RPPS 10000001239']);
    const without = avance.replaceAll('"FINESSPMSI": "870000064"', '"FINESSPMSI": null');
    const [company] = dossierOf(without, 'avance').demandes;
    assert.ok(company);
    assert.deepEqual(perimetreOf(company.part), ['SIREN 268708518']);
  });
});
