import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AGENDA,
  CANDIDATURE,
  ECHEANCES,
  FORMATS,
  LIEU_COMMANDE,
  MONTANTS,
  MONTANTS_TABLE,
  NOUVELLE_CANDIDATURE,
  PROCHAINE_ECHEANCE,
  SONS_CANDIDATURE,
  type Agenda,
  type Candidature,
  type Echeances,
  type FormatLabel,
  type Montants,
  type MontantsTable,
  type ProchaineEcheance,
  type SonsCandidature,
} from '../../server/src/lsp/protocol';
import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parisInstant } from '../../server/src/regulation/paris-time';
import { LspClient } from '../support/lsp-client';

const NOW = parisInstant({ year: 2026, month: 11, day: 7 }, 9 * 60);
const FOLDER = 'file:///depot';
const DRIMBOX = `${FOLDER}/db.avance.json`;
const OWN = JSON.stringify({
  echeances: [
    { id: 'IMG-DB-Va2.avance-fin', value: '2026-11-30', source: ['le guichet'], status: 'confirmé' },
  ],
});

describe('what panels ask', () => {
  let client: LspClient;
  const files = new Map<string, string>();

  beforeEach(async () => {
    files.clear();
    client = LspClient.inProcess({
      now: () => NOW,
      readFile: (uri) => Promise.resolve(files.get(uri.slice(FOLDER.length + 1))),
      readFolder: () => Promise.resolve([...files.keys()].map((nom) => ({ nom, dossier: false }))),
    });
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: 'depot' }] });
    await client.open(DRIMBOX, readFileSync('samples/imagerie/db-correct.avance.json', 'utf8'));
  });
  afterEach(() => client.dispose());

  const model = (uri: string | null) => client.connection.sendRequest<Echeances>(ECHEANCES, { uri });
  const next = (uri: string | null) =>
    client.connection.sendRequest<ProchaineEcheance | null>(PROCHAINE_ECHEANCE, { uri });

  it('is answered for the SONS of the file, at the hour of the clock', async () => {
    const { sonsDuFichier, aujourdhui } = await model(DRIMBOX);
    assert.deepEqual([sonsDuFichier, aujourdhui], ['IMG-DB-Va2', '07/11/2026']);
    assert.equal((await next(DRIMBOX))?.texte, 'Avance : 10/11/2026 12:00 (dans 3 j)');
  });

  it('is answered without a file, and for one that is not open', async () => {
    for (const uri of [null, 'file:///ailleurs/rien.json']) {
      const { sonsDuFichier, sons } = await model(uri);
      assert.equal(sonsDuFichier, null);
      assert.ok(sons.length > 10);
      assert.equal(await next(uri), null);
    }
  });

  it('takes the dates that the folder corrects', async () => {
    files.set('.segur/regulation.json', OWN);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    let texte: string | undefined;
    const end = Date.now() + 5000;
    do texte = (await next(DRIMBOX))?.texte;
    while (!texte?.includes('30/11/2026') && Date.now() < end);
    assert.equal(texte, 'Avance : 30/11/2026 12:00 (dans 23 j)');
    const withoutFile = (await model(null)).sons.find(({ sons }) => sons === 'IMG-DB-Va2');
    assert.ok(withoutFile?.etapes.some(({ date }) => date === '30/11/2026 12:00'));
  });

  it('D05 holds the orders of the file against the complete file of .segur/segur.json, and leads to each', async () => {
    const { commandes } = await model(DRIMBOX);
    assert.match(commandes?.bornes[1] ?? '', /^Limite de 120 jours non vérifiée/);
    assert.equal((await model(null)).commandes, null);
    files.set('.segur/segur.json', '{ "dossierComplet": { "IMG-DB-Va2": "12/05/2026" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    let borne: string | undefined;
    const end = Date.now() + 5000;
    do borne = (await model(DRIMBOX)).commandes?.bornes[1];
    while (!borne?.startsWith('Dossier complet') && Date.now() < end);
    assert.match(borne ?? '', /réputé déposé le 12\/05\/2026 .* au plus tôt le 12\/01\/2026/);
    const place = (uri: string, rang: number) =>
      client.connection.sendRequest<Range | null>(LIEU_COMMANDE, { uri, rang });
    const range = await place(DRIMBOX, 0);
    assert.ok(range);
    assert.equal(range.end.character - range.start.character, '"JJ/MM/AAAA"'.length);
    assert.equal(await place(DRIMBOX, 999), null);
    assert.equal(await place('file:///ailleurs/rien.json', 0), null);
  });

  it('C02 D05 follows the manifest: its SONS, the dates that it meets, for it and for the files beside it', async () => {
    const uri = `${FOLDER}/db.candidature.json`;
    const text = readFileSync('samples/imagerie/db.candidature.json', 'utf8');
    await client.open(uri, text, 'segur-candidature');
    const { sonsDuFichier, sons } = await model(uri);
    assert.equal(sonsDuFichier, 'IMG-DB-Va2');
    const remarks = sons[0]?.etapes.map(({ remarques }) => remarques[0]).join('\n') ?? '';
    assert.match(remarks, /D'après le manifeste de candidature : fait le 15\/07\/2025\./);
    assert.match(remarks, /D'après le manifeste de candidature : la date est passée\./);
    const complete = text.replace('"dateDossierComplet": null', '"dateDossierComplet": "12/05/2026"');
    const [start, end] = [
      { line: 0, character: 0 },
      { line: 9999, character: 0 },
    ];
    await client.change(uri, [{ range: { start, end }, newText: complete }]);
    let borne: string | undefined;
    const deadline = Date.now() + 5000;
    do borne = (await model(DRIMBOX)).commandes?.bornes[1];
    while (!borne?.startsWith('Dossier complet') && Date.now() < deadline);
    assert.match(borne ?? '', /réputé déposé le 12\/05\/2026/);
    const view = await client.connection.sendRequest<Candidature>(CANDIDATURE, { uri });
    assert.equal(view.modele.sections[0]?.progression?.fait, 2);
  });

  it('opens a manifest for the answers of the user', async () => {
    const all = await client.connection.sendRequest<SonsCandidature[]>(SONS_CANDIDATURE);
    const dpi = all.find(({ sons }) => sons === 'HOP-DPI-Va2');
    assert.deepEqual(
      dpi?.historiques.map(({ historique }) => historique),
      ['referencee', 'referencee-sans-ins', 'nouvel-entrant'],
    );
    const answers = { sons: 'HOP-DPI-Va2', solution: 'Hélianthe', version: '', historique: 'nouvel-entrant' };
    const snippet = await client.connection.sendRequest<string | null>(NOUVELLE_CANDIDATURE, answers);
    assert.match(snippet ?? '', /"sons": "HOP-DPI-Va2",[^]*"nom": "Hélianthe"/);
  });

  it('D08 tells the desk of each format', async () => {
    const formats = await client.connection.sendRequest<FormatLabel[]>(FORMATS);
    const deskOf = (id: string) => formats.find((one) => one.id === id)?.guichet;
    assert.deepEqual(deskOf('IMG-DB-Va2.avance'), { ferme: false, texte: "ouvert jusqu'au 10/11/2026" });
    assert.deepEqual(deskOf('MDV-LGC-Va1.avance'), { ferme: true, texte: 'fermé depuis le 30/11/2022' });
  });

  it('gives a calendar of the SONS asked for and no other, and says what is not in it', async () => {
    const agenda = (sons: readonly string[]) =>
      client.connection.sendRequest<Agenda>(AGENDA, { uri: DRIMBOX, sons });
    const { text } = await agenda(['IMG-DB-Va2', 'nothing']);
    assert.match(text, /UID:IMG-DB-Va2\.avance-fin@segur-sons\r\n/);
    assert.match(text, /DTSTART:20261110T110000Z\r\n/);
    assert.doesNotMatch(text, /HOP-/);
    const empty = await agenda(['SF-Va2']);
    assert.equal(empty.text, '');
    assert.ok(empty.notes.some((note) => note.includes('SF-Va2')));
  });

  it('gives the amounts of the text as it is now, in the language of the user', async () => {
    const amounts = (uri: string | null) => client.connection.sendRequest<Montants>(MONTANTS, { uri });
    const before = await amounts(DRIMBOX);
    assert.equal(before.modele.version, 1);
    assert.equal(before.modele.fichier, 'db.avance.json');
    assert.equal(before.places.length, before.modele.lignes.length);
    const text = readFileSync('samples/imagerie/db-correct.avance.json', 'utf8');
    const [ht = ''] = /(?<="montantHT": )[\d.]+/.exec(text) ?? [];
    const at = TextDocument.create(DRIMBOX, 'json', 0, text);
    const start = text.indexOf(`"montantHT": ${ht}`) + '"montantHT": '.length;
    const range = { start: at.positionAt(start), end: at.positionAt(start + ht.length) };
    await client.change(DRIMBOX, [{ range, newText: '4321.99' }]);
    const { modele, places } = await amounts(DRIMBOX);
    assert.equal(modele.version, 2);
    assert.equal(modele.lignes[0]?.ht.texte, '4\u00A0321,99\u00A0€');
    assert.deepEqual(modele.lignes[1], before.modele.lignes[1]);
    assert.equal(places[1]?.start, (before.places[1]?.start ?? 0) + '4321.99'.length - ht.length);
    for (const uri of [null, 'file:///ailleurs/rien.json']) {
      assert.equal((await amounts(uri)).modele.version, null);
    }
  });

  it('gives a table of the requests asked for, in that order, and of no other', async () => {
    const table = (rangs: readonly number[], forme: 'csv' | 'cellules', uri: string | null = DRIMBOX) =>
      client.connection.sendRequest<MontantsTable>(MONTANTS_TABLE, { uri, rangs, forme });
    const csv = await table([1, 0, 99, -1], 'csv');
    assert.equal(csv.demandes, 2);
    const [head, first, second, ...rest] = csv.texte.split('\r\n');
    assert.match(head ?? '', /^\uFEFFfichier;rang;/);
    assert.match(first ?? '', /^db\.avance\.json;2;/);
    assert.match(second ?? '', /^db\.avance\.json;1;/);
    assert.deepEqual(rest, ['']);
    const cells = await table([0], 'cellules');
    assert.match(cells.texte, /^fichier\trang\t.*\ndb\.avance\.json\t1\t/);
    assert.deepEqual(await table([0], 'csv', null), { texte: '', demandes: 0 });
  });
});
