import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { DISK } from '../../server/src/lsp/disk';
import * as our from '../../server/src/lsp/protocol';
import { REGULATION } from '../../server/src/regulation/regulation';
import { momentOf } from '../support/fixture';
import { LspClient } from '../support/lsp-client';
import { sayItInPseudo, unsaid } from '../support/pseudo';

/** What no one reads: names for programs, places, texts that go into a file; and reasons, which cut tags into words. */
const UNSEEN = new Set(
  (
    'uri targetUri href target code source kind type id command arguments data edit edits textEdit newText ' +
    'insertText filterText sortText textEditText langue language etat sorte sort gravite issue cote historique ' +
    'quand position version nom section severity sens raisons'
  ).split(' '),
);

/** Each text of an answer that a user can read. */
function shown(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(shown);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (UNSEEN.has(key) ? [] : shown(value)));
}

const SETTINGS = {
  base: { fichier: 'base-es-fictive.csv' },
  formats: { 'export-crm.json': 'MDV-LGC-Va2.avance', 'rien.json': 'inconnu' },
  exceptions: [
    {
      fichier: 'hopital/dpi-a-corriger.avance.json',
      regle: 'date-format',
      motif: 'Motif',
      jusquau: '31/12/2026',
    },
    { fichier: 'absent.json', regle: 'date-format', motif: 'Motif', jusquau: '01/01/2026' },
  ],
};

describe('the editor is told nothing that is not of the catalogue', () => {
  sayItInPseudo();
  let folder: string;
  let client: LspClient;
  let notified: unknown[];
  /** The texts and the names of the workspace, and the titles of the documents that are cited. */
  let data: string[];
  /** Tags and values at which cards and completions were asked for: each once. */
  const asked = new Set<string>();
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const says = (what: string, answer: unknown): number => {
    const texts = shown(answer);
    assert.deepEqual(unsaid(texts, data), [], what);
    return texts.length;
  };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'segur-pseudo-'));
    cpSync('samples', folder, { recursive: true });
    mkdirSync(path.join(folder, '.segur'));
    writeFileSync(path.join(folder, '.segur/segur.json'), JSON.stringify(SETTINGS, null, 2));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    data = names.concat(
      names.filter((name) => /\.(json|csv)$/.test(name)).map(textOf),
      [...REGULATION.sources.values()].map((document) => JSON.stringify(document)),
    );
    client = LspClient.inProcess({ ...DISK, now: () => momentOf('2026-03-05T10:00') });
    notified = [];
    client.connection.onNotification(our.ETAT, (etat: our.Etat) => void notified.push(etat));
    client.connection.onNotification(
      ShowMessageNotification.type,
      ({ message }) => void notified.push(message),
    );
    await client.initialize({
      initializationOptions: { clientSegur: true },
      workspaceFolders: [{ uri: uriOf(''), name: 'lots' }],
    });
  });
  after(async () => {
    await client.dispose();
    rmSync(folder, { recursive: true });
  });

  for (const name of readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )) {
    it(`on ${name}`, async () => {
      const uri = uriOf(name);
      const text = textOf(name);
      const document = await client.open(
        uri,
        text,
        /(avance|solde|candidature)\.json$/.test(name) ? 'segur-demande' : 'json',
      );
      const textDocument = { uri };
      const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
      const { connection } = client;
      const diagnostics = await client.diagnostics(uri);
      says('diagnostics', diagnostics);
      const context = { diagnostics: [...diagnostics] };
      says('actions', await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context }));
      says('lenses', await connection.sendRequest(CodeLensRequest.type, { textDocument }));
      says('outline', await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
      says('folds', await connection.sendRequest(FoldingRangeRequest.type, { textDocument }));
      says('hints', await connection.sendRequest(InlayHintRequest.type, { textDocument, range }));
      says('links', await connection.sendRequest(DocumentLinkRequest.type, { textDocument }));
      for (const { 0: token, index } of text.matchAll(/"[^"]*"|\d+\.\d+/g)) {
        if (asked.has(token)) continue;
        asked.add(token);
        const position = document.positionAt(index + 1);
        const at = `${name}:${position.line + 1}:${position.character + 1}`;
        says(`hover ${at}`, await connection.sendRequest(HoverRequest.type, { textDocument, position }));
        says(
          `completion ${at}`,
          await connection.sendRequest(CompletionRequest.type, { textDocument, position }),
        );
      }
      for (const method of [our.ECHEANCES, our.PROCHAINE_ECHEANCE, our.MONTANTS, our.CANDIDATURE]) {
        says(method, await connection.sendRequest(method, { uri }));
      }
    });
  }

  it('in answer to commands and panels', async () => {
    const { connection } = client;
    const ask = async (method: string, params: object = {}): Promise<void> => {
      const answer = await connection.sendRequest(method, params);
      assert.ok(says(method, answer) > 0, `${method} says nothing`);
    };
    await ask(WorkspaceSymbolRequest.method, { query: 'DPI' });
    for (const method of [our.FORMATS, our.REGLES, our.SONS_CANDIDATURE, our.EXCEPTIONS]) await ask(method);
    await ask(our.ECHEANCES, { uri: null });
    const [avance, solde] = ['avance', 'solde'].map((etape) => uriOf(`hopital/dpi-correct.${etape}.json`));
    await ask(our.COMPARER, { avance, solde });
    await ask(our.PREPARER_ZIP, { uri: avance, fichiers: [], historique: null });
    await ask(our.PROPOSER_BASE, { uri: uriOf('base-es-fictive.csv') });
    await ask(our.ESSAYER_BASE, { uri: uriOf('base-es-fictive.csv') });
    const exports = [{ nom: 'export-crm.json', texte: textOf('export-crm.json') }];
    await ask(our.IMPORTER_MODELE, {
      fichiers: exports,
      dossier: uriOf(''),
      sons: 'MDV-LGC-Va2',
      etape: 'avance',
    });
  });

  it('in the status of each file, and in notifications', () => {
    assert.ok(notified.length > 20);
    assert.ok(says('notifications', notified) > 20);
  });
});
