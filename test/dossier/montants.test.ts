import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourcesOf, type Chiffre } from '../../server/src/dossier/chiffre';
import { contexteOf, montantsOf, type Montants } from '../../server/src/dossier/montants';
import { totauxOf } from '../../server/src/dossier/totaux';
import { formatEuros } from '../../server/src/regulation/cents';
import { regulationWith, type Regulation } from '../../server/src/regulation/regulation';
import { checkedText } from '../support/checked';
import { completeFiles } from '../support/fixture';
import { validFileOf } from '../support/valid-files';

/** The money of the first request of a text. */
function montantsIn(text: string, regulation?: Regulation): Montants {
  const { dossier } = checkedText(text).analysis;
  const part = dossier?.demandes[0]?.part;
  assert.ok(dossier && part);
  return montantsOf(part, contexteOf(dossier, { regulation }));
}

/** A right file of one request with another order. */
function ordered(sons: string, ht: string, ttc: string): string {
  return validFileOf(sons)
    .replace(/("montantHT": )[^,]*/, (_, key: string) => key + ht)
    .replace(/("montantTTC": )[^\n]*/, (_, key: string) => key + ttc);
}

function euros(chiffre: Chiffre | undefined): string | undefined {
  return chiffre && formatEuros(chiffre.cents);
}

/** A request of a structure with so many professionals, for the first wave. */
function structure(nombre: string): string {
  return validFileOf('MDV-LGC-Va1')
    .replace('"LIBERAL"', '"STRUCTURE"')
    .replace('"structure": null', `"structure": { "nombreProfessionnels": ${nombre} }`);
}

describe('the money of a request', () => {
  it('M03 M04 a doctor of the first wave: 430 € at most, 30 % then 70 %, each figure with its sources', () => {
    const montants = montantsIn(ordered('MDV-LGC-Va1', '358.33', '430.00'));
    assert.equal(montants.plafond.type, 'montant');
    assert.ok(montants.plafond.type === 'montant');
    const { plafond, ecart, avance, solde } = montants;
    assert.deepEqual([euros(plafond.ttc), euros(plafond.ht), plafond.deduit], ['430.00', '358.33', 'HT']);
    assert.deepEqual([euros(ecart), euros(avance), euros(solde)], ['0.00', '129.00', '301.00']);
    assert.deepEqual(sourcesOf(plafond.ttc.sur), ['S1']);
    assert.deepEqual(sourcesOf(plafond.ht.sur), ['S1', 'W16'], 'the HT side is computed with the rate');
    assert.deepEqual(sourcesOf(avance?.sur ?? []), ['S2', 'W4c', 'W17', 'S1']);
    assert.equal(avance?.status, 'confirmé');
  });

  it('M03 a structure: 860 € and 344 € a professional; without their number, nothing is guessed', () => {
    const { plafond } = montantsIn(structure('5'));
    assert.ok(plafond.type === 'montant');
    assert.equal(euros(plafond.ttc), '2580.00');
    for (const nombre of ['null', '"5"', '5.5', '-1']) {
      assert.deepEqual(montantsIn(structure(nombre)).plafond, {
        type: 'manque',
        quoi: 'professionnel-de-sante',
      });
    }
    const neither = montantsIn(validFileOf('MDV-LGC-Va1').replace('"LIBERAL"', 'null'));
    assert.deepEqual(neither.plafond, { type: 'manque', quoi: 'cas' });
  });

  it('M01 M02 a ceiling that stands in the base, and one that nobody gave us, say so', () => {
    assert.equal(montantsIn(validFileOf('HOP-DPI-Va2')).plafond.type, 'table');
    const unknown = montantsIn(validFileOf('IMG-RIS-Va2'));
    assert.deepEqual(unknown.plafond, { type: 'inconnu', id: 'IMG-RIS-Va2.bareme' });
    assert.equal(unknown.ecart, undefined);
  });

  it("D03 a user's scale is used, and makes what rests on it no surer than it is", () => {
    const regulation = regulationWith({
      baremes: [
        {
          id: 'IMG-RIS-Va2.bareme',
          value: { type: 'forfait', montant: '900', taxe: 'HT' },
          source: ['ma source'],
          status: 'à confirmer',
        },
      ],
    });
    const { plafond, ecart } = montantsIn(validFileOf('IMG-RIS-Va2'), regulation);
    assert.ok(plafond.type === 'montant');
    assert.deepEqual([euros(plafond.ht), euros(plafond.ttc)], ['900.00', '1080.00']);
    assert.deepEqual([euros(ecart), ecart?.status], ['-100.00', 'à confirmer']);
    assert.deepEqual(sourcesOf(plafond.ht.sur), ['ma source']);
  });

  it('M05 HOP-DPI tells the shares without a complete evidence file; no other SONS has any', () => {
    const dpi = montantsIn(validFileOf('HOP-DPI-Va2'));
    assert.deepEqual([dpi.parts?.avance.value, dpi.partsReduites?.avance.value], [40, 25]);
    assert.equal(euros(dpi.avance), '480.00');
    assert.equal(montantsIn(validFileOf('HOP-PFI-Va2')).partsReduites, undefined);
  });

  it('M05 the complete evidence file decides: 25 % when it came after date 2, the solde is the rest, deduced', () => {
    const paid = (sons: string, complet: string | false, regulation?: Regulation) => {
      const dossiersComplets = completeFiles({ [sons]: complet });
      const { dossier } = checkedText(validFileOf(sons)).analysis;
      const part = dossier?.demandes[0]?.part;
      assert.ok(dossier && part);
      const { parts, estReduite, partsReduites, avance, solde } = montantsOf(
        part,
        contexteOf(dossier, { regulation, dossiersComplets }),
      );
      assert.equal(partsReduites, undefined, 'nothing is left to tell as a possibility');
      return {
        estReduite,
        shares: [parts?.avance.value, parts?.solde.value],
        paid: [euros(avance), euros(solde)],
        status: [avance?.status, solde?.status],
      };
    };
    const reduced = {
      estReduite: true,
      shares: [25, 75],
      paid: ['300.00', '900.00'],
      status: ['confirmé', 'à confirmer'],
    };
    assert.deepEqual(paid('HOP-DPI-Va2', false), reduced);
    assert.deepEqual(paid('HOP-DPI-Va2', '16/12/2025'), reduced);
    for (const inTime of ['15/12/2025', '14/12/2025']) {
      const { estReduite, shares } = paid('HOP-DPI-Va2', inTime);
      assert.deepEqual([estReduite, shares], [false, [40, 60]], inTime);
    }
    assert.deepEqual(paid('HOP-PFI-Va2', false).shares, [40, 60], 'of HOP-DPI alone');
    const doubtful = regulationWith({
      echeances: [{ id: 'HOP-DPI-Va2.date-2', value: '2025-12-15', source: ['x'], status: 'à confirmer' }],
    });
    assert.deepEqual(paid('HOP-DPI-Va2', '16/12/2025', doubtful).status, ['à confirmer', 'à confirmer']);
  });

  it('M06 the State pays TTC a supplier who is subject to VAT, HT another; unknown where the file is silent', () => {
    const text = validFileOf('HOP-DPI-Va2');
    const paye = (written: string): unknown[] => {
      const { paye: found, avance } = montantsIn(
        text.replace('"assujettiTVA": true', `"assujettiTVA": ${written}`),
      );
      return [found?.taxe, euros(found?.total), euros(avance)];
    };
    assert.deepEqual(paye('true'), ['TTC', '1200.00', '480.00']);
    assert.deepEqual(paye('false'), ['HT', '1000.00', '400.00']);
    for (const silent of ['null', '"true"', 'vrai']) {
      assert.deepEqual(paye(silent), [undefined, undefined, undefined]);
    }
  });

  it('an amount that is no JSON number, or finer than a cent, is unknown and never a zero', () => {
    for (const written of ['null', '"1200.00"', '1200,00', '1200.001', '', '1e99']) {
      const { ttc, avance, solde } = montantsIn(ordered('HOP-DPI-Va2', '1000.00', written));
      assert.deepEqual([ttc, avance, solde], [undefined, undefined, undefined], written);
    }
    const twice = validFileOf('HOP-DPI-Va2').replace('"montantTTC"', '"montantTTC": 5.00, "montantTTC"');
    assert.equal(montantsIn(twice).ttc, undefined, 'which of two amounts stands is not known');
  });

  it('M04 avance and solde make the total to the cent, whatever is ordered', () => {
    const cents = fc.bigInt({ min: 0n, max: 100_000_000_000n });
    fc.assert(
      fc.property(cents, fc.constantFrom('MDV-LGC-Va1', 'HOP-PFI-Va2'), (total, sons) => {
        const { paye, avance, solde } = montantsIn(ordered(sons, '1.00', formatEuros(total)));
        assert.equal(paye?.total.cents, total);
        assert.equal((avance?.cents ?? -1n) + (solde?.cents ?? -1n), total);
      }),
      { numRuns: 50 },
    );
  });
});

describe('totals', () => {
  it('add what is known, by SONS and prestation, and count what is not', () => {
    const known = montantsIn(ordered('MDV-LGC-Va1', '100.10', '120.12'));
    const unknown = montantsIn(ordered('MDV-LGC-Va1', '50.00', 'null'));
    const other = montantsIn(validFileOf('HOP-DPI-Va2'));
    const [first, second, ...rest] = totauxOf([known, other, unknown]);
    assert.deepEqual(rest, []);
    assert.deepEqual([first?.sons, first?.prestation, first?.demandes], ['MDV-LGC-Va1', 'VAGUE_1', 2]);
    assert.deepEqual(first?.ht, { cents: 15_010n, inconnus: 0 });
    assert.deepEqual(first.ttc, { cents: 12_012n, inconnus: 1 });
    assert.deepEqual(first.plafond, { cents: 71_666n, inconnus: 0 });
    assert.deepEqual(second?.plafond, { cents: 0n, inconnus: 1 });
  });
});
