import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AGENDA,
  ECHEANCES,
  PROCHAINE_ECHEANCE,
  type Agenda,
  type Echeances,
  type ProchaineEcheance,
} from '../../server/src/lsp/protocol';
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
  let own: string | undefined;

  beforeEach(async () => {
    own = undefined;
    client = LspClient.inProcess({
      now: () => NOW,
      readFile: (uri) => Promise.resolve(uri.endsWith('/.segur/regulation.json') ? own : undefined),
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
    own = OWN;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    let texte: string | undefined;
    const end = Date.now() + 5000;
    do texte = (await next(DRIMBOX))?.texte;
    while (!texte?.includes('30/11/2026') && Date.now() < end);
    assert.equal(texte, 'Avance : 30/11/2026 12:00 (dans 23 j)');
    const withoutFile = (await model(null)).sons.find(({ sons }) => sons === 'IMG-DB-Va2');
    assert.ok(withoutFile?.etapes.some(({ date }) => date === '30/11/2026 12:00'));
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
});
