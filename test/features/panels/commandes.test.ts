import assert from 'node:assert/strict';
import { echeancesModel } from '../../../server/src/features/panels/echeances-model';
import { orderRange } from '../../../server/src/features/panels/order-range';
import { regulationWith } from '../../../server/src/regulation/regulation';
import type { RegulationValues } from '../../../server/src/regulation/values';
import { checkedText } from '../../support/checked';
import { completeFiles, momentOf } from '../../support/fixture';
import { validFileOf } from '../../support/valid-files';

interface Choice {
  readonly complet?: string | false;
  readonly now?: string;
  readonly values?: RegulationValues;
}

/** The panel of a file of orders signed on these days. */
function panelOf(sons: string, days: readonly unknown[], choice: Choice = {}) {
  const { complet, now = '2026-11-01T12:00', values = {} } = choice;
  let rank = 0;
  const text = validFileOf(sons, days.length).replace(
    /("dateSignature": )"[^"]*"/g,
    (_found, key: string) => key + JSON.stringify(days[rank++]),
  );
  const { dossier } = checkedText(text).analysis;
  const model = echeancesModel({
    now: momentOf(now),
    regulation: regulationWith(values),
    sonsDuFichier: sons,
    dossier,
    dossiersComplets: completeFiles(complet === undefined ? {} : { [sons]: complet }),
    langue: 'fr',
  });
  assert.ok(model.commandes);
  return { ...model.commandes, frise: model.sons[0]?.frise?.commandes };
}

const outcomes = (sons: string, days: readonly unknown[], choice?: Choice): Record<string, string> =>
  Object.fromEntries(panelOf(sons, days, choice).groupes.map(({ issue, nombre }) => [issue, nombre]));

describe('the orders of the file in the panel of deadlines', () => {
  it('D05 119 and 120 days before the complete file stand, 121 do not, whatever the hour of summer', () => {
    for (const [complet, d119, d120, d121] of [
      ['15/12/2025', '18/08/2025', '17/08/2025', '16/08/2025'],
      ['05/06/2025', '06/02/2025', '05/02/2025', '04/02/2025'],
      ['28/06/2024', '01/03/2024', '29/02/2024', '28/02/2024'],
    ] as const) {
      // The arrêté of the last one came out later than these days.
      const values: RegulationValues = {
        echeances: [{ id: 'HOP-DPI-Va2.arrete', value: '2024-01-01', source: ['moi'], status: 'confirmé' }],
      };
      assert.deepEqual(
        outcomes('HOP-DPI-Va2', [d119, d120, d121], { complet, values }),
        { 'plus-de-120-jours': '1', 'dans-la-fenetre': '2' },
        complet,
      );
    }
  });

  it('D04 D06 D07 tells each outcome, the gravest first, with every request once', () => {
    const days = ['10/11/2026', '11/11/2026', '19/02/2025', 'bientôt', null, '31/02/2026', '02/11/2026'];
    const { groupes, resume } = panelOf('IMG-DB-Va2', days);
    assert.deepEqual(
      groupes.map(({ issue, demandes }) => [issue, demandes.map(({ rang }) => rang)]),
      [
        ['apres-fermeture', [1]],
        ['illisible', [3, 4, 5]],
        ['avant-arrete-a-confirmer', [2]],
        ['a-venir', [0, 6]],
      ],
    );
    assert.equal(
      resume,
      "7 bons de commande : 1 après la fin des avances, 3 sans date lisible, 1 avant l'arrêté, date à vérifier, 2 après aujourd'hui.",
    );
    const values: RegulationValues = {
      echeances: [{ id: 'MDV-LGC-Va1.arrete', value: '2021-08-11', source: ['moi'], status: 'confirmé' }],
    };
    assert.deepEqual(outcomes('MDV-LGC-Va1', ['10/08/2021', '15/03/2022', '01/12/2022'], { values }), {
      'apres-fermeture': '1',
      'avant-arrete': '1',
      'dans-la-fenetre': '1',
    });
  });

  it('D02 is no surer than the end of the avances', () => {
    assert.deepEqual(outcomes('HOP-DPI-Va2', ['17/12/2025', '18/12/2025']), {
      'apres-fermeture-a-confirmer': '1',
      'dans-la-fenetre': '1',
    });
    assert.deepEqual(outcomes('MDV-LGC-Va2', ['01/03/2026']), { inconnu: '1' });
  });

  it('D05 gives the last admissible day, and what is missing to know the other limit', () => {
    const known = panelOf('HOP-DPI-Va2', ['17/12/2025'], { complet: '15/12/2025' }).bornes;
    assert.match(known[0] ?? '', /le 17\/12\/2025, fin des avances à confirmer \(S0, S3, W1\)/);
    assert.match(known[1] ?? '', /au plus tôt le 17\/08\/2025, 120 jours avant \(S1, S2, W13, W51\)/);
    for (const complet of [undefined, false] as const) {
      const unknown = panelOf(
        'IMG-DB-Va2',
        ['01/06/2026', '01/03/2026'],
        complet === undefined ? {} : { complet },
      ).bornes;
      assert.match(unknown[0] ?? '', /^Dernier jour pour signer un bon de commande : le 10\/11\/2026/);
      assert.match(unknown[1] ?? '', /du 01\/03\/2026.* au plus tard le 29\/06\/2026.*segur\.json/);
    }
    assert.match(panelOf('MDV-LGC-Va2', ['01/03/2026']).bornes[0] ?? '', /inconnu, aucune source/);
  });

  it('draws one mark a day on the line of the SONS, and tells what is too far to be drawn', () => {
    const { frise } = panelOf('IMG-DB-Va2', ['01/06/2026', '01/03/2026', '01/06/2026', '01/03/2206']);
    assert.ok(frise);
    assert.equal(frise.marques.length, 2);
    assert.deepEqual([frise.debut, frise.fin], [frise.marques[0], frise.marques[1]]);
    assert.ok(frise.debut > 0 && frise.debut < frise.fin && frise.fin < 1);
    assert.equal(frise.periode, 'du 01/03/2026 au 01/03/2206, dont 1 hors de la frise');
    assert.equal(panelOf('IMG-DB-Va2', [null]).frise, null);
  });

  it('names requests by their reference, else by their rank, without what a screen would obey', () => {
    const text = validFileOf('IMG-DB-Va2', 2).replace('REF-0001', '\u202Ea').replace('"REF-0002"', 'null');
    const { dossier } = checkedText(text).analysis;
    const { commandes } = echeancesModel({
      now: momentOf('2026-11-01T12:00'),
      regulation: regulationWith({}),
      sonsDuFichier: 'IMG-DB-Va2',
      dossier,
      dossiersComplets: completeFiles({}),
      langue: 'en',
    });
    const texts = commandes?.groupes.flatMap(({ demandes }) => demandes.map(({ texte }) => texte));
    assert.deepEqual(texts, ['\uFFFDa', 'no. 2']);
  });

  it('shows 200 requests of a group at most, and says how many more there are', () => {
    const { groupes } = panelOf('IMG-DB-Va2', Array(230).fill('01/06/2026'));
    assert.equal(groupes[0]?.demandes.length, 200);
    assert.equal(groupes[0].autres, 'et 30 autres');
    assert.equal(groupes[0].nombre, '230');
  });

  it('leads to the date of the order, or to the request without one', () => {
    const checked = checkedText(validFileOf('IMG-DB-Va2', 2).replace(/"dateSignature": [^,]*,/, ''));
    const textAt = (rang: number): string | undefined => {
      const range = orderRange(checked, rang);
      return range ? checked.document.getText(range) : undefined;
    };
    assert.equal(textAt(0), '{');
    assert.match(textAt(1) ?? '', /^"\d\d\/\d\d\/\d{4}"$/);
    assert.equal(textAt(2), undefined);
  });
});
