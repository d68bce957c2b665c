import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { MANIFEST, momentOf, userRegulation } from '../support/fixture';

/** The dates of IMG-DB-Va2, which are sure, hour included (W5). */
const DATE_2 = { before: '2026-05-13T11:59', at: '2026-05-13T12:00', after: '2026-05-14T08:00' };
const DOUBTFUL = userRegulation('jalons-douteux.json');

/** How gravely a rule finds fault with a manifest of IMG-DB-Va2, once for each finding. */
function found(code: string, manifest: object, now?: string): string[] {
  return findings(code, { sons: 'IMG-DB-Va2', ...manifest }, now);
}

/** The same of IMG-RIS-Va2, whose dates are those that a user wrote as to be confirmed. */
function doubtful(code: string, manifest: object, now?: string): string[] {
  return findings(code, { sons: 'IMG-RIS-Va2', ...manifest }, now);
}

function findings(code: string, manifest: object, now: string | undefined, regulation = DOUBTFUL): string[] {
  const moment = now === undefined ? undefined : momentOf(now);
  const input = { name: MANIFEST, text: JSON.stringify(manifest), now: moment, regulation };
  return analyse(input)
    .findings.filter(({ finding }) => finding.code === code)
    .map(({ finding }) => finding.severity);
}

/** What comes due at date 2: nothing before its hour, nor without a clock; an error from then on. */
function dueAtDate2(code: string, manifest: object): void {
  assert.deepEqual(found(code, manifest), [], 'without a clock');
  assert.deepEqual(found(code, manifest, DATE_2.before), [], 'before');
  assert.deepEqual(found(code, manifest, DATE_2.at), ['error'], 'at');
  assert.deepEqual(found(code, manifest, DATE_2.after), ['error'], 'after');
  assert.deepEqual(doubtful(code, manifest, DATE_2.at), ['warning'], 'a doubtful date');
}

/** What was done on a day: right before a date and on its day, wrong on the next one. */
function doneBy(
  code: string,
  manifest: (jour: string) => object,
  [before, at, after]: readonly string[],
): void {
  assert.deepEqual(found(code, manifest(before ?? '')), [], 'before');
  assert.deepEqual(found(code, manifest(at ?? '')), [], 'at');
  assert.deepEqual(found(code, manifest(after ?? '')), ['error'], 'after');
  assert.deepEqual(doubtful(code, manifest(after ?? '')), ['warning'], 'a doubtful date');
  assert.deepEqual(
    findings(code, { sons: 'MDV-LGC-Va2', ...manifest(after ?? '') }, undefined),
    [],
    'unknown',
  );
}

const AROUND_DATE_2 = ['12/05/2026', '13/05/2026', '14/05/2026'];
const AROUND_DATE_3 = ['15/09/2026', '16/09/2026', '17/09/2026'];

describe('a candidature before, at and after its dates', () => {
  it('C01 etape-desordonnee: a step validated before, on and after the day of the one before it', () => {
    const steps = (dateValidation: string): object => ({
      etapes: { depotCandidature: { dateValidation: '10/07/2025' }, eligibilite: { dateValidation } },
    });
    const code = 'etape-desordonnee';
    assert.deepEqual(found(code, steps('09/07/2025')), ['warning']);
    assert.deepEqual(found(code, steps('10/07/2025')), []);
    assert.deepEqual(found(code, steps('11/07/2025')), []);
    const filed = (dateValidation: string): object => ({
      etapes: { eligibilite: { dateDepot: '10/07/2025', dateValidation } },
    });
    assert.deepEqual(found(code, filed('09/07/2025')), ['warning']);
    assert.deepEqual(found(code, filed('10/07/2025')), []);
    assert.deepEqual(found(code, filed('11/07/2025')), []);
  });

  it('C02 jalon-depasse: what is still missing, before, at and after the hour of each date', () => {
    const filed = { statut: 'TERMINEE', dateDepot: '01/07/2025' };
    const depotPreuves = { statut: 'EN_COURS' };
    const steps = { depotCandidature: filed, eligibilite: filed, depotPreuves };
    const code = 'jalon-depasse';
    dueAtDate2(code, { etapes: steps });
    const first = { etapes: { ...steps, eligibilite: { statut: 'EN_COURS' } } };
    assert.deepEqual(found(code, first, '2025-09-10T11:59'), []);
    assert.deepEqual(found(code, first, '2025-09-10T12:00'), ['error']);
    assert.deepEqual(found(code, first, DATE_2.after), ['error'], 'the first that is missed is told');
    const third = {
      etapes: { ...steps, depotPreuves: { statut: 'EN_COURS', dateDossierComplet: '01/05/2026' } },
    };
    assert.deepEqual(found(code, third, '2026-09-16T11:59'), []);
    assert.deepEqual(found(code, third, '2026-09-16T12:00'), ['error']);
    assert.deepEqual(found(code, third, '2026-09-17T12:00'), ['error']);
    assert.deepEqual(doubtful(code, third, '2026-09-17T12:00'), ['warning']);
  });

  it('C02 jalon-depasse: what was done on the day is in time, on the next one late', () => {
    const complete = (dateDossierComplet: string): object => ({
      etapes: { depotPreuves: { dateDossierComplet } },
    });
    const severities = AROUND_DATE_2.map((jour) => found('jalon-depasse', complete(jour)));
    assert.deepEqual(severities, [[], [], ['warning']]);
  });

  it('C02 jalon-depasse: date 4 without a referencing, or with an anticipated enrolment only', () => {
    const code = 'jalon-depasse';
    const around = (manifest: object): string[][] =>
      ['2026-11-10T11:59', '2026-11-10T12:00', '2026-11-11T08:00'].map((now) => found(code, manifest, now));
    for (const statut of ['A_FAIRE', 'EN_COURS']) {
      assert.deepEqual(around({ etapes: { convention: { statut } } }), [[], ['error'], ['error']]);
    }
    const referenced = { etapes: { convention: { statut: 'TERMINEE' } } };
    assert.deepEqual(around({ ...referenced, enrolement: { type: 'ANTICIPE' } }), [[], ['error'], ['error']]);
    for (const silent of [{}, referenced, { ...referenced, enrolement: { type: 'DEFINITIF' } }]) {
      assert.deepEqual(around(silent), [[], [], []], 'what is not told is not missing');
    }
    const convention = { etapes: { convention: { statut: 'EN_COURS' } } };
    assert.deepEqual(found(code, convention), [], 'without a clock');
    const hospital = { sons: 'HOP-DPI-Va2', ...convention };
    assert.deepEqual(findings(code, hospital, '2025-12-17T11:59'), []);
    assert.deepEqual(findings(code, hospital, '2025-12-17T12:00'), ['warning'], 'a doubtful date');
    const wave1 = { sons: 'MDV-LGC-Va1', ...convention };
    assert.deepEqual(findings(code, wave1, '2026-11-11T08:00'), [], 'wave 1 has no date 4');
  });

  it('C02 jalon-depasse: a definitive enrolment before, on and after the day of date 4', () => {
    const enrolled = (dateDepot: string, type = 'DEFINITIF'): string[] =>
      found('jalon-depasse', {
        etapes: { convention: { statut: 'TERMINEE' } },
        enrolement: { type, dateDepot },
      });
    assert.deepEqual(enrolled('09/11/2026'), []);
    assert.deepEqual(enrolled('10/11/2026'), []);
    assert.deepEqual(enrolled('11/11/2026'), ['warning']);
    assert.deepEqual(enrolled('11/11/2026', 'COMPLEMENTAIRE'), []);
    const hospital = { sons: 'HOP-DPI-Va2', enrolement: { type: 'DEFINITIF', dateDepot: '18/02/2026' } };
    assert.deepEqual(findings('jalon-depasse', hospital, undefined), [], 'behind a doubtful date');
  });

  it('C04 profil-tardif: an optional profile, around date 2', () => {
    doneBy('profil-tardif', (dateAjout) => ({ profils: [{ optionnel: true, dateAjout }] }), AROUND_DATE_2);
  });

  it('C05 preuve-tardive: a piece of evidence, around date 3', () => {
    const chapitres = (preuve: object): object => ({ chapitres: [{ preuves: [preuve] }] });
    doneBy('preuve-tardive', (dateDernierDepot) => chapitres({ dateDernierDepot }), AROUND_DATE_3);
    doneBy('preuve-tardive', (dateDepot) => chapitres({ dateDepot }), AROUND_DATE_3);
  });

  it('C05 preuve-tardive: an old date 3, before a date 2 that moved, says nothing', () => {
    const chapitres = [{ preuves: [{ dateDernierDepot: '05/01/2026' }] }];
    assert.deepEqual(findings('preuve-tardive', { sons: 'HOP-DPI-Va2', chapitres }, undefined), []);
  });

  it('C06 preuves-vague1-manquantes: a reminder before date 2, an error from then on', () => {
    const manifest = { historiqueVague1: { referencee: false }, chapitres: [{ vague: 'VAGUE_2' }] };
    const code = 'preuves-vague1-manquantes';
    assert.deepEqual(found(code, manifest, DATE_2.before), ['warning']);
    assert.deepEqual(found(code, manifest, DATE_2.at), ['error']);
    assert.deepEqual(found(code, manifest, DATE_2.after), ['error']);
    assert.deepEqual(doubtful(code, manifest, DATE_2.at), ['warning']);
  });

  it('C06 profil-ins-manquant: a reminder before date 2, an error from then on', () => {
    const manifest = {
      sons: 'HOP-DPI-Va2',
      historiqueVague1: { referencee: true, profils: ['Général'] },
      chapitres: [{ vague: 'VAGUE_2' }],
    };
    assert.deepEqual(findings('profil-ins-manquant', manifest, '2025-12-15T11:59'), ['warning']);
    assert.deepEqual(findings('profil-ins-manquant', manifest, '2025-12-15T12:00'), ['error']);
    assert.deepEqual(findings('profil-ins-manquant', manifest, '2025-12-16T00:00'), ['error']);
  });

  it('C07 visite-ins-manquante: the day of the visit, and date 2 where none is told', () => {
    const visit = (visiteINS: object | null): object => ({
      historiqueVague1: { referencee: false },
      visiteINS,
    });
    const planned = visit({ statut: 'PLANIFIEE', dateVisite: '09/04/2026' });
    const code = 'visite-ins-manquante';
    assert.deepEqual(found(code, planned, '2026-04-08T10:00'), []);
    assert.deepEqual(found(code, planned, '2026-04-09T23:59'), []);
    assert.deepEqual(found(code, planned, '2026-04-10T00:00'), ['warning']);
    assert.deepEqual(found(code, visit(null), DATE_2.before), []);
    assert.deepEqual(found(code, visit(null), DATE_2.at), ['warning']);
    assert.deepEqual(found(code, visit({ statut: 'REALISEE' }), DATE_2.after), []);
  });

  it('C08 cnda-statut: below pre-examination, or not told, around date 2', () => {
    for (const statut of ['INITIALISATION', null]) dueAtDate2('cnda-statut', { homologations: [{ statut }] });
    for (const statut of ['PRE_EXAMEN', 'EXAMEN_DE_CONFORMITE', 'FINALISATION', 'OBTENUE']) {
      assert.deepEqual(found('cnda-statut', { homologations: [{ statut }] }, DATE_2.after), []);
    }
  });

  it('C08 cnda-preuve-incomplete: NIE and NIL, around date 2', () => {
    const manifest = { homologations: [{ statut: 'PRE_EXAMEN' }] };
    const code = 'cnda-preuve-incomplete';
    assert.deepEqual(found(code, manifest, DATE_2.before), []);
    assert.deepEqual(found(code, manifest, DATE_2.at), ['warning', 'warning']);
    assert.deepEqual(found(code, manifest, DATE_2.after), ['warning', 'warning']);
  });

  it('C08 of a referenced solution, what lacks is told once', () => {
    const manifest = {
      etapes: { convention: { statut: 'TERMINEE' } },
      homologations: [{ statut: 'INITIALISATION', NIE: '1', NIL: '2' }],
    };
    assert.deepEqual(found('cnda-statut', manifest, DATE_2.after), []);
    assert.deepEqual(found('cnda-homologation-manquante', manifest, DATE_2.after), ['error']);
  });

  it('C09 intrusion-tardive: the first report around date 2, the corrected one around date 3', () => {
    const report = (testIntrusion: object): object => ({ testIntrusion });
    doneBy('intrusion-tardive', (datePremierRapport) => report({ datePremierRapport }), AROUND_DATE_2);
    doneBy('intrusion-tardive', (dateRapportCorrige) => report({ dateRapportCorrige }), AROUND_DATE_3);
    dueAtDate2('intrusion-tardive', report({ datePremierRapport: null }));
  });

  it('C09 intrusion-formulaire-perime: a day less than a year, a year, a day more', () => {
    const form = (datePremierRapport: string | null, dateFormulaire = '12/01/2025'): object => ({
      testIntrusion: { dateFormulaire, datePremierRapport },
    });
    const code = 'intrusion-formulaire-perime';
    assert.deepEqual(found(code, form('11/01/2026')), []);
    assert.deepEqual(found(code, form('12/01/2026')), ['error']);
    assert.deepEqual(found(code, form('13/01/2026')), ['error']);
    assert.deepEqual(found(code, form(null), '2026-01-11T23:59'), []);
    assert.deepEqual(found(code, form(null), '2026-01-12T00:00'), ['error']);
    assert.deepEqual(found(code, form('27/02/2025', '29/02/2024')), []);
    assert.deepEqual(found(code, form('28/02/2025', '29/02/2024')), ['error']);
  });

  it('C09 intrusion-ko: no high point, ten medium ones', () => {
    const ko = (KOEleves: number, KOMoyens: number): object => ({ testIntrusion: { KOEleves, KOMoyens } });
    assert.deepEqual(found('intrusion-ko', ko(0, 10)), []);
    assert.deepEqual(found('intrusion-ko', ko(0, 11)), ['error']);
    assert.deepEqual(found('intrusion-ko', ko(1, 0)), ['error']);
    assert.deepEqual(found('intrusion-ko', ko(1, 11)), ['error', 'error']);
  });

  it('C14 pilotes-insuffisants: without a report, on the day of the installation and on the next', () => {
    const report = { nomFichier: 'pv.pdf' };
    const pilotes = ['1', '2', '3'].map((referenceDemande) => ({
      referenceDemande,
      dateInstallation: '10/02/2026',
      procesVerbal: referenceDemande === '3' ? null : report,
    }));
    const code = 'pilotes-insuffisants';
    assert.deepEqual(found(code, { pilotes }), [], 'without a clock');
    assert.deepEqual(found(code, { pilotes }, '2026-02-09T10:00'), []);
    assert.deepEqual(found(code, { pilotes }, '2026-02-10T23:59'), []);
    assert.deepEqual(found(code, { pilotes }, '2026-02-11T00:00'), ['warning']);
  });

  it('C14 pilotes-insuffisants: none, before, at and after the opening of the soldes, and once they are closed', () => {
    const open = userRegulation('solde-ouvert.json');
    const manifest = { sons: 'IMG-DB-Va2', solution: { dateReferencement: '12/01/2026' }, pilotes: [] };
    const at = (now: string): string[] => findings('pilotes-insuffisants', manifest, now, open);
    assert.deepEqual(at('2026-02-05T13:59'), []);
    assert.deepEqual(at('2026-02-05T14:00'), ['warning']);
    assert.deepEqual(at('2026-02-06T08:00'), ['warning']);
    assert.deepEqual(at('2027-12-15T11:59'), ['warning']);
    assert.deepEqual(at('2027-12-15T12:00'), []);
  });

  it('C11 piece-identite-expiree: on its last day it is valid, on the next it is not', () => {
    const paper = (dateDepot: string | null): object => ({
      enrolement: { dateDepot, pieces: [{ typePiece: 'PIECE_IDENTITE', dateExpiration: '18/01/2026' }] },
    });
    const code = 'piece-identite-expiree';
    assert.deepEqual(found(code, paper('17/01/2026')), []);
    assert.deepEqual(found(code, paper('18/01/2026')), []);
    assert.deepEqual(found(code, paper('19/01/2026')), ['error']);
    assert.deepEqual(found(code, paper(null), '2026-01-18T23:59'), []);
    assert.deepEqual(found(code, paper(null), '2026-01-19T00:00'), ['error']);
  });
});
