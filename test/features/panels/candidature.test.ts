import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../../server/src/analysis/analyse';
import { candidatureView, type CandidatureView } from '../../../server/src/features/panels/candidature-model';
import { parisInstant } from '../../../server/src/regulation/paris-time';
import { MANIFEST } from '../../support/fixture';
import { sampleManifests } from '../../support/manifests';

const [DPI = '', DB = '', LGC = ''] = sampleManifests();
const MARCH = { year: 2026, month: 3, day: 5 };

function viewOf(text: string, jour = MARCH, minutes = 600): CandidatureView {
  const now = parisInstant(jour, minutes);
  const document = TextDocument.create(`file:///depot/${MANIFEST}`, 'segur-candidature', 7, text);
  const analysis = analyse({ name: MANIFEST, text, now });
  return candidatureView({ document, analysis, langue: 'fr' }, { now, langue: 'fr' });
}

const modelOf = (...args: Parameters<typeof viewOf>) => viewOf(...args).modele;

function section(text: string, id: string, ...when: [typeof MARCH?, number?]) {
  return modelOf(text, ...when).sections.find((one) => one.id === id) ?? assert.fail(`no section ${id}`);
}

const states = (text: string, id: string, ...when: [typeof MARCH?, number?]): string[] =>
  section(text, id, ...when).rangees.map(({ etat }) => etat);

const todo = (text: string): string[] => modelOf(text).aFaire.map(({ texte }) => texte);

describe('the model of the panel of a candidature', () => {
  it('C01 tells the four steps', () => {
    const { rangees, progression, resume } = section(DB, 'etapes');
    assert.deepEqual(
      rangees.map(({ etat }) => etat),
      ['fait', 'fait', 'en-cours', 'a-faire'],
    );
    assert.deepEqual(progression, { fait: 2, total: 4 });
    assert.equal(resume, 'Terminées : 2 sur 4');
    assert.equal(rangees[0]?.detail, 'déposé le 01/07/2025 · validé le 10/07/2025');
  });

  it('C02 holds the dates of the SONS against the manifest, before, at and after each', () => {
    const unfiled = DB.replace('"statut": "EN_COURS"', '"statut": "A_FAIRE"');
    const day = (day: number) => ({ year: 2026, month: 5, day });
    assert.deepEqual(states(unfiled, 'jalons', day(12)), ['fait', 'a-faire', 'a-faire']);
    assert.deepEqual(states(unfiled, 'jalons', day(13), 719), ['fait', 'a-faire', 'a-faire']);
    assert.deepEqual(states(unfiled, 'jalons', day(13), 720), ['fait', 'a-corriger', 'a-faire']);
    assert.deepEqual(states(unfiled, 'jalons', day(14)), ['fait', 'a-corriger', 'a-faire']);
    const complete = DB.replace('"dateDossierComplet": null', '"dateDossierComplet": "13/05/2026"');
    assert.deepEqual(states(complete, 'jalons', day(14)), ['fait', 'fait', 'a-faire']);
    const late = DB.replace('"dateDossierComplet": null', '"dateDossierComplet": "14/05/2026"');
    assert.deepEqual(states(late, 'jalons', day(14)), ['fait', 'a-corriger', 'a-faire']);
  });

  it('C02 never calls late what a date to be confirmed decides', () => {
    const missing = DPI.replace(
      '"dateDossierComplet": "24/11/2025"',
      '"dateDossierComplet": null',
    ).replaceAll('"TERMINEE"', '"A_FAIRE"');
    for (const row of section(missing, 'jalons').rangees) {
      if (row.detail.includes('à confirmer')) assert.notEqual(row.etat, 'a-corriger');
    }
    assert.ok(section(missing, 'jalons').rangees.some(({ detail }) => detail.includes('à confirmer')));
  });

  it('C03 counts the chapters and the evidence of each', () => {
    const { progression, rangees } = section(DB, 'preuves');
    assert.deepEqual(progression, { fait: 1, total: 3 });
    const [last] = rangees.filter(({ texte }) => texte.startsWith('Alimentation du DMP'));
    assert.equal(last?.detail, 'preuves déposées : 0 sur 2');
    assert.ok(todo(DB).includes('Chapitre « Alimentation du DMP » : déposer les preuves qui manquent (2).'));
    const wrong = DB.replace('"statut": "EN_ANALYSE"', '"statut": "A_MODIFIER"');
    assert.ok(todo(wrong).some((text) => text.includes('modifier et redéposer')));
  });

  it('C08 tells each homologation and what is still to be obtained', () => {
    const [row] = section(DB, 'cnda').rangees;
    assert.equal(row?.etat, 'en-cours');
    assert.match(row.detail, /NIE NIE-FICTIF-2 · NIL NIL-FICTIF-2 · retour prévu le 30\/04\/2026/);
    assert.ok(todo(DB).includes("Obtenir l'homologation « Alimentation du DMP »."));
  });

  it('C09 holds the counts of the penetration test against the thresholds, at and beyond each', () => {
    const of = (high: number, medium: number) =>
      states(
        DB.replace('"KOEleves": 0', `"KOEleves": ${high}`).replace('"KOMoyens": 7', `"KOMoyens": ${medium}`),
        'intrusion',
      ).slice(0, 2);
    assert.deepEqual(of(0, 10), ['fait', 'fait']);
    assert.deepEqual(of(1, 10), ['a-corriger', 'fait']);
    assert.deepEqual(of(0, 11), ['fait', 'a-corriger']);
  });

  it('C11 tells the papers: supplied, missing, expired', () => {
    const missing = DPI.replace('"fournie": true', '"fournie": false');
    assert.ok(states(missing, 'enrolement').includes('a-faire'));
    const expired = DPI.replace('"dateExpiration": "11/04/2031"', '"dateExpiration": "04/03/2026"');
    assert.ok(states(expired, 'enrolement').includes('a-corriger'));
    const lastDay = DPI.replace('"dateExpiration": "11/04/2031"', '"dateExpiration": "05/03/2026"');
    assert.ok(!states(lastDay, 'enrolement').includes('a-corriger'));
  });

  it('C14 counts the pilots with their report', () => {
    assert.deepEqual(section(DPI, 'pilotes').progression, { fait: 3, total: 3 });
    const two = DPI.replace('"pv-gabarit.pdf"', 'null').replace(
      /("nomFichier": null,\s*"dateDocument": )"02\/03\/2026"/,
      '$1null',
    );
    assert.deepEqual(section(two, 'pilotes').progression, { fait: 2, total: 3 });
    assert.ok(todo(two).some((text) => text.endsWith('encore 1.')));
  });

  it('C17 tells the thresholds after the solde, where a text gives them', () => {
    const usages = (nombre: number) =>
      DPI.replace('"usages": []', `"usages": [{ "nomStructure": "CH", "consultationsDMP": ${nombre} }]`);
    assert.deepEqual(states(usages(1), 'usages'), ['fait']);
    assert.deepEqual(states(usages(0), 'usages'), ['a-faire']);
    const pfi = usages(0)
      .replace('"HOP-DPI-Va2"', '"HOP-PFI-Va2"')
      .replace('"consultationsDMP": 0', '"documentsDMP": 10, "messagesMSSante": 9');
    assert.deepEqual(states(pfi, 'usages'), ['fait', 'a-faire']);
    assert.equal(section(LGC, 'usages').resume, 'Aucun seuil connu pour ce SONS.');
  });

  it('says where each row stands in its text', () => {
    const { modele, places } = viewOf(DB);
    assert.equal(modele.version, 7);
    const row = section(DB, 'etapes').rangees[1];
    const place = places[row?.rang ?? -1] ?? assert.fail('no place');
    assert.match(DB.slice(place.start, place.end), /^"eligibilite": \{[^]*\}$/);
    for (const { start, end } of places) assert.ok(start < end && end <= DB.length);
  });

  it('has nothing to show of another file, nor of none', () => {
    const none = candidatureView(undefined, { now: parisInstant(MARCH, 0), langue: 'fr' });
    assert.equal(none.modele.version, null);
    assert.match(none.modele.resume, /^Ouvrez un manifeste/);
  });

  it('reads an empty manifest, and one with nothing right in it', () => {
    for (const text of ['{}', '{"sons": 3, "etapes": [], "chapitres": {}, "pilotes": [null]}']) {
      assert.equal(modelOf(text).version, 7);
      assert.ok(modelOf(text).sections.length > 0);
    }
  });

  it('A07 tells the mergers: whether each is declared, and which FINESS goes where', () => {
    const { resume, progression, rangees } = section(DPI, 'fusions');
    assert.equal(resume, 'Déclarées : 1 sur 1');
    assert.deepEqual(progression, { fait: 1, total: 1 });
    assert.deepEqual(
      rangees.map(({ texte, etatTexte, detail, sous }) => [texte, etatTexte, detail, sous]),
      [
        ['Fusion-absorption : 990000002 absorbe 990000010', 'déclarée', 'déclarée le 09/01/2026', false],
        [
          'Demande de 990000002',
          'déclarée',
          "JSON de l'avance et du solde : 990000002 · Bon de commande : FINESS 990000002, signé par 990000002, avec mention de 990000002 · Vérification d'aptitude : signée par 990000002, avec mention de 990000002",
          true,
        ],
        [
          'Demande de 990000010',
          'déclarée',
          "JSON de l'avance et du solde : 990000010 · Bon de commande : FINESS 990000010, signé par 990000002, avec mention de 990000002, 990000010 · Vérification d'aptitude : signée par 990000002, avec mention de 990000002, 990000010",
          true,
        ],
      ],
    );
    const undeclared = DPI.replace('"dateDeclaration": "09/01/2026"', '"dateDeclaration": null');
    assert.deepEqual(states(undeclared, 'fusions'), ['a-faire', 'a-faire', 'a-faire']);
    const unnamed = DPI.replace('"FINESSB": "990000010"', '"FINESSB": null');
    assert.deepEqual(
      section(unnamed, 'fusions').rangees.map(({ texte }) => texte),
      ['Fusion à compléter : son type et ses FINESS'],
    );
  });

  it('A07 has no section on mergers where the manifest tells of none', () => {
    assert.ok(modelOf(LGC).sections.every(({ id }) => id !== 'fusions'));
  });
});
