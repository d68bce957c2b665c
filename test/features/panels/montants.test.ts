import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../../server/src/analysis/analyse';
import { shareOf } from '../../../server/src/features/panels/montants-part';
import { montantsView, type MontantsView } from '../../../server/src/features/panels/montants-model';
import type { Langue } from '../../../server/src/messages/langue';
import { regulationWith } from '../../../server/src/regulation/regulation';
import { baseOf } from '../../support/base';
import { mergers } from '../../support/fixture';
import { validFileOf } from '../../support/valid-files';

const NAME = 'a%20b.avance.json';
/** Orders at the ceiling of a doctor; the second request is that of a structure of four. */
const DOCTORS = validFileOf('MDV-LGC-Va1', 2).replaceAll('350.00', '358.33').replaceAll('420.00', '430.00');
const HOSPITALS = validFileOf('HOP-DPI-Va2', 2);

function viewOf(
  text: string,
  langue: Langue = 'fr',
  regulation?: ReturnType<typeof regulationWith>,
): MontantsView {
  const document = TextDocument.create(`file:///depot/${NAME}`, 'segur-demande', 7, text);
  const analysis = analyse({ name: 'a b.avance.json', text, regulation });
  return montantsView({ document, analysis, langue }, langue);
}

const modelOf = (...args: Parameters<typeof viewOf>) => viewOf(...args).modele;

/** The only row of a file of one request, or the first. */
function firstOf(text: string, langue: Langue = 'fr') {
  const [ligne] = modelOf(text, langue).lignes;
  assert.ok(ligne);
  return ligne;
}

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the model of the panel of amounts', () => {
  it('M03 M04 has a row a request: ceiling and its source, order, payments, gap, OK', () => {
    const ligne = firstOf(DOCTORS);
    assert.deepEqual(JSON.parse(plain(JSON.stringify(ligne))), {
      rang: 0,
      demande: 'REF-0001',
      beneficiaire: 'Médecin fictif',
      numero: 'RPPS 10000001239',
      prestation: 'VAGUE_1',
      plafond: { texte: '358,33 €', detail: 'barème S1', tri: 35833 },
      plafondTtc: '430,00 € TTC',
      ht: { texte: '358,33 €', detail: '', tri: 35833 },
      tva: 'TVA 20 %',
      ttc: { texte: '430,00 €', detail: '', tri: 43000 },
      avance: { texte: '129,00 €', detail: '', tri: 12900 },
      solde: { texte: '301,00 €', detail: '', tri: 30100 },
      ecart: { texte: '0,00 €', detail: '', tri: 0 },
      depasse: false,
      part: { valeur: 1, texte: '100 % du plafond' },
      etat: 'ok',
      etatTexte: 'OK',
    });
  });

  it('says of which text its rows are, and where each stands in it', () => {
    const { modele, places } = viewOf(DOCTORS);
    assert.deepEqual([modele.version, modele.fichier], [7, 'a b.avance.json']);
    assert.equal(modele.resume, 'Demandes : 2, dont 2 OK et 0 KO');
    assert.deepEqual(
      places.map(({ start, end }) => /REF-\d+/.exec(DOCTORS.slice(start, end))?.[0]),
      ['REF-0001', 'REF-0002'],
    );
    for (const { start, end } of places) assert.match(DOCTORS.slice(start, end), /^\{[^]*\}$/);
  });

  it('tells the sign of a gap, and in words what is beyond the ceiling', () => {
    const over = firstOf(DOCTORS.replace('358.33', '400.00'));
    assert.deepEqual(
      [plain(over.ecart.texte), over.ecart.detail, over.ecart.tri, over.depasse],
      ['\u221241,67 €', 'au-delà du plafond', -4167, true],
    );
    const under = modelOf(DOCTORS).lignes[1];
    assert.equal(plain(under?.ecart.texte ?? ''), '+1 505,00 €');
    assert.equal(under?.depasse, false);
  });

  it('M01 says why a figure is unknown, each reason once, and never gives a zero for it', () => {
    const { lignes, notes } = modelOf(HOSPITALS);
    for (const { plafond, ecart, part } of lignes) {
      assert.deepEqual([plafond.texte, plafond.tri, ecart.texte, part], ['inconnu', null, 'inconnu', null]);
      const number = Number(/^note (\d+)$/.exec(plafond.detail)?.[1]);
      assert.match(notes[number - 1] ?? '', /base des établissements éligibles/);
      assert.equal(ecart.detail, plafond.detail);
    }
    assert.equal(new Set(notes).size, notes.length);
    assert.match(notes[0] ?? '', /^Avance 40 %, solde 60 %/);
    assert.ok(notes.some((note) => note.includes('limitée à 25 %')));
  });

  it('M11 tells how a merger made a ceiling, once below the table, and counts it once in the total', () => {
    const [one = '', two = ''] = [...HOSPITALS.matchAll(/"FINESSPMSI": "(\w+)"/g)].map(
      ([, number]) => number,
    );
    const plafonds = [{ ht: '600.00' }];
    const fusions = mergers([
      {
        type: 'FUSION_ABSORPTION',
        moment: 'AVANT_AVANCE',
        dateDeclaration: '12/01/2026',
        FINESSA: one,
        FINESSB: two,
      },
    ]);
    const base = baseOf([one, two].map((finess) => ({ finess, plafonds })));
    const document = TextDocument.create(`file:///depot/${NAME}`, 'segur-demande', 7, HOSPITALS);
    const analysis = analyse({ name: 'a b.avance.json', text: HOSPITALS, base, fusions });
    const { lignes, totaux, notes } = montantsView({ document, analysis, langue: 'fr' }, 'fr').modele;
    const told = notes.findIndex((note) => note.startsWith('Fusion déclarée (segur.json)'));
    assert.ok(told >= 0);
    assert.match(plain(notes[told] ?? ''), /: 600,00 € \+ \w+ : 600,00 € = 1 200,00 € HT/);
    for (const { plafond } of lignes) {
      assert.equal(plain(plafond.texte), '1 200,00 €');
      assert.ok(plafond.detail.endsWith(`note ${told + 1}`), plafond.detail);
    }
    assert.deepEqual(
      totaux.map(({ plafond }) => plain(plafond.texte)),
      ['1 200,00 €'],
    );
  });

  it('an amount that is no number is unknown with its reasons, and its request KO', () => {
    const { lignes, notes, resume } = modelOf(DOCTORS.replace('430.00', '"430.00"'));
    const [first, second] = lignes;
    assert.deepEqual([first?.etat, first?.ttc.texte, first?.avance.texte], ['ko', 'inconnu', 'inconnu']);
    const noteOf = (detail = '') => notes[Number(detail.replace('note ', '')) - 1];
    assert.match(noteOf(first?.ttc.detail) ?? '', /^Ce montant manque dans la demande/);
    assert.match(noteOf(first?.avance.detail) ?? '', /le montant TTC de la commande manque/);
    assert.equal(second?.etat, 'ok');
    assert.equal(resume, 'Demandes : 2, dont 1 OK et 1 KO');
  });

  it('M03 adds up by SONS and prestation, then the file, and counts what is not in a sum', () => {
    const [only, ...none] = modelOf(DOCTORS).totaux;
    assert.deepEqual(none, []);
    assert.deepEqual(
      [only?.sons, only?.demandes, plain(only?.plafond.texte ?? ''), plain(only?.part?.texte ?? '')],
      ['MDV-LGC-Va1', 2, '2 221,66 €', '32 % du plafond'],
    );
    const { totaux } = modelOf(HOSPITALS.replace('VAGUE_2', 'VAGUE_1_ET_2').replace('1200.00', 'null'));
    assert.deepEqual(
      totaux.map(({ sons, prestation, demandes, ttc, duFichier }) => [
        sons,
        prestation,
        demandes,
        plain(ttc.texte),
        ttc.detail,
        duFichier,
      ]),
      [
        ['HOP-DPI-Va2', 'VAGUE_1_ET_2', 1, 'inconnu', '', false],
        ['HOP-DPI-Va2', 'VAGUE_2', 1, '1 200,00 €', '', false],
        ['Tout le fichier', '', 2, '1 200,00 €', 'hors inconnus : 1', true],
      ],
    );
  });

  it("D03 shows a user's scale as such", () => {
    const regulation = regulationWith({
      baremes: [
        {
          id: 'HOP-DPI-Va2.bareme.vague-2',
          value: { type: 'forfait', montant: '900.00', taxe: 'HT' },
          source: ['<b>Base'],
          status: 'à confirmer',
        },
      ],
    });
    const [ligne] = modelOf(HOSPITALS, 'fr', regulation).lignes;
    assert.equal(ligne?.plafond.detail, 'barème <b>Base, votre valeur (.segur/regulation.json), à confirmer');
    assert.equal(plain(ligne.ecart.texte), '\u2212100,00 €');
  });

  it('shows names without what a screen would obey, and markup to the letter', () => {
    const ligne = firstOf(DOCTORS.replace('"Médecin fictif"', '"<img onerror=x>\\u202e\\u001b[2J"'));
    assert.equal(ligne.beneficiaire, '<img onerror=x>\uFFFD\uFFFD[2J');
  });

  it('says what to do where there is nothing to show', () => {
    const none = montantsView(undefined, 'fr');
    assert.deepEqual([none.modele.version, none.modele.lignes, none.places], [null, [], []]);
    assert.match(none.modele.resume, /^Ouvrez un fichier/);
    const other = (name: string, text: string, choice?: string) => {
      const document = TextDocument.create(`file:///${name}`, 'json', 1, text);
      return montantsView({ document, analysis: analyse({ name, text, choice }), langue: 'fr' }, 'fr').modele;
    };
    const foreign = other('notes.json', '{ "a": 1 }');
    assert.deepEqual([foreign.version, foreign.resume], [null, none.modele.resume]);
    const ignored = other('a.avance.json', '{ "typeDemande": "AVANCE" }', 'ignorer');
    assert.equal(ignored.version, null);
    assert.notEqual(ignored.resume, none.modele.resume);
  });

  it('shows a thousand requests at most, and says so', () => {
    const { modele, places } = viewOf(validFileOf('MDV-LGC-Va1', 1003));
    assert.deepEqual([modele.lignes.length, places.length, modele.totaux[0]?.demandes], [1000, 1000, 1003]);
    assert.match(modele.notes[0] ?? '', /1000 premières demandes/);
  });

  it('speaks English', () => {
    const ligne = firstOf(DOCTORS.replace('358.33', '400.00'), 'en');
    assert.deepEqual([ligne.ecart.detail, plain(ligne.tva)], ['over the ceiling', 'VAT 20%']);
    assert.equal(modelOf(DOCTORS, 'en').mots.exporter, 'Export as CSV');
  });
});

describe('the share of a ceiling', () => {
  const share = (asked: bigint, ceiling: bigint) => shareOf(asked, ceiling, 'fr');

  it('is rounded away from the ceiling, so that 100 % is said of the ceiling only', () => {
    assert.equal(plain(share(99_999n, 100_000n)?.texte ?? ''), '99 % du plafond');
    assert.equal(plain(share(100_000n, 100_000n)?.texte ?? ''), '100 % du plafond');
    assert.equal(plain(share(100_001n, 100_000n)?.texte ?? ''), '101 % du plafond');
  });

  it('is none without a ceiling or an order, nor of a negative one, and stays a number for an absurd one', () => {
    assert.equal(share(1n, 0n), null);
    assert.equal(share(-1n, 10n), null);
    assert.equal(shareOf(undefined, 10n, 'fr'), null);
    assert.equal(shareOf(1n, undefined, 'fr'), null);
    const huge = share(10n ** 60n, 1n);
    assert.ok(huge && Number.isFinite(huge.valeur) && huge.texte.startsWith('plus de'));
  });
});
