import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import * as protocol from '../../server/src/lsp/protocol';
import { VALID } from './liberal-request';
import { LspClient } from './lsp-client';

const URIS = ['file:///depot/a.avance.json', 'file:///depot/b.avance.json', 'untitled:Sans-nom'] as const;
const METHODS = [
  'hover',
  'completion',
  'documentSymbol',
  'foldingRange',
  'documentLink',
  'codeLens',
  'formatting',
  'definition',
  'references',
  'prepareRename',
  'diagnostic',
  'inconnue',
] as const;

/** What else our server listens to. */
const OTHER_METHODS = [
  'textDocument/codeAction',
  'textDocument/rename',
  'textDocument/selectionRange',
  'textDocument/inlayHint',
  'codeAction/resolve',
  'workspace/symbol',
  'workspace/executeCommand',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'window/workDoneProgress/cancel',
  protocol.CANDIDATURE,
  protocol.MONTANTS,
  protocol.MONTANTS_TABLE,
  protocol.COMPARER,
  protocol.ECHEANCES,
  protocol.PROCHAINE_ECHEANCE,
  protocol.LIEU_COMMANDE,
  protocol.AGENDA,
  protocol.DECOUPER,
  protocol.GENERER_SOLDE,
  protocol.PREPARER_ZIP,
  protocol.NOUVEAU_FICHIER,
  protocol.NOUVELLE_CANDIDATURE,
  protocol.IMPORTER_MODELE,
  protocol.PROPOSER_BASE,
  protocol.ESSAYER_BASE,
  protocol.EXCEPTIONS,
  protocol.FORMATS,
] as const;
const [OPENED] = URIS;
const NOWHERE = { line: -1, character: 'x' };
/** Parameters of no right form, and of the form of another message. */
const WRONG = [
  {},
  { uri: 3 },
  { uri: null },
  { uri: OPENED },
  {
    uri: OPENED,
    rang: -1,
    rangs: ['x', -1, 1e9],
    forme: 'x',
    par: 'x',
    sons: 'x',
    fichiers: 3,
    historique: '{',
  },
  { uri: OPENED, rangs: null, sons: ['__proto__', 'constructor'], fichiers: [], historique: null },
  { avance: OPENED, solde: OPENED },
  { avance: 'x', solde: null },
  { format: '__proto__', sons: 'constructor', historique: 3 },
  { fichiers: [{ nom: '../x', texte: '{"__proto__": 1}' }], dossier: 'x', sons: '../..', etape: 'x' },
  { fichiers: [null], colonnes: [{ rang: -1 }] },
  { query: '('.repeat(99), command: '__proto__', arguments: [null] },
  {
    changes: [{ uri: 'x', type: 9 }, null],
    settings: { segur: { langue: 3, regles: [], ['__proto__']: 1 } },
  },
  { textDocument: { uri: OPENED }, position: NOWHERE, range: { start: NOWHERE, end: null }, newName: 3 },
  { textDocument: { uri: OPENED }, positions: [NOWHERE], context: { diagnostics: [{ data: [1] }, null] } },
  { textDocument: { uri: 'x' }, data: { ['__proto__']: 1 }, title: 3 },
  { textDocument: null, token: {} },
];

/** Places, some of which are in no text. */
const position = fc.record({
  line: fc.oneof(fc.nat(40), fc.constant(99_999)),
  character: fc.oneof(fc.nat(60), fc.constant(99_999)),
});
const uri = fc.constantFrom(...URIS);
const piece = fc.constantFrom(
  '',
  'x',
  '"',
  '{',
  '}',
  ',',
  '\r\n',
  'é',
  '\u{1F600}',
  '"sons": ',
  VALID.slice(200, 500),
);

/** What an editor, or what takes itself for one, may send. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), uri, cut: fc.nat(VALID.length) }),
  fc.record({ kind: fc.constant('change' as const), uri, start: position, end: position, text: piece }),
  fc.record({
    kind: fc.constant('ask' as const),
    uri,
    position,
    method: fc.constantFrom(...METHODS),
    cancelled: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('close' as const), uri }),
  fc.record({
    kind: fc.constant('wrong' as const),
    method: fc.oneof(
      fc.constantFrom(...OTHER_METHODS),
      fc.constantFrom(...METHODS).map((method) => `textDocument/${method}`),
    ),
    params: fc.constantFrom(...WRONG),
  }),
);
export type ProtocolStep = typeof step extends fc.Arbitrary<infer Step> ? Step : never;

/** A session of so many steps at most. */
export const protocolSession = (maxLength: number): fc.Arbitrary<ProtocolStep[]> =>
  fc.array(step, { minLength: 1, maxLength });

/** Plays a session; throws when the findings at its end differ from those of a server that knows the last texts only. */
export async function playSession(steps: readonly ProtocolStep[]): Promise<void> {
  const client = LspClient.inProcess();
  const texts = new Map<string, TextDocument>();
  const answers: Promise<unknown>[] = [];
  try {
    await client.initialize();
    for (const one of steps) await play(one, client, texts, answers);
    await Promise.all(answers);
    const fresh = LspClient.inProcess();
    try {
      await fresh.initialize();
      for (const [at, document] of texts) await fresh.open(at, document.getText());
      for (const at of texts.keys()) {
        const [played, expected] = [await client.diagnostics(at), await fresh.diagnostics(at)];
        if (JSON.stringify(played) !== JSON.stringify(expected)) {
          throw new Error(`${at}: ${JSON.stringify(played)}\ninstead of ${JSON.stringify(expected)}`);
        }
      }
    } finally {
      await quiet(fresh);
      await fresh.dispose();
    }
  } finally {
    await quiet(client);
    await client.dispose();
  }
}

/** Two round trips: what the server asked before has been answered, and what followed from it asked. */
async function quiet({ connection }: LspClient): Promise<void> {
  for (let trip = 0; trip < 2; trip++) await connection.sendRequest('segur/personne').catch(() => undefined);
}

async function play(
  one: ProtocolStep,
  { connection }: LspClient,
  texts: Map<string, TextDocument>,
  answers: Promise<unknown>[],
): Promise<void> {
  if (one.kind === 'wrong') {
    answers.push(connection.sendRequest(one.method, one.params).catch(() => undefined));
    await connection.sendNotification(one.method, one.params);
    return;
  }
  const document = texts.get(one.uri);
  const textDocument = { uri: one.uri };
  if (one.kind === 'open') {
    if (document) return;
    const opened = TextDocument.create(one.uri, 'segur-demande', 1, VALID.slice(0, one.cut));
    texts.set(one.uri, opened);
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'segur-demande', version: 1, text: opened.getText() },
    });
  } else if (one.kind === 'close') {
    texts.delete(one.uri);
    await connection.sendNotification('textDocument/didClose', { textDocument });
  } else if (one.kind === 'change') {
    const version = (document?.version ?? 0) + 1;
    const contentChanges = [{ range: { start: one.start, end: one.end }, text: one.text }];
    if (document) texts.set(one.uri, changed(document, one, version));
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version },
      contentChanges,
    });
  } else {
    const source = new CancellationTokenSource();
    const options = { tabSize: 2, insertSpaces: true };
    const params = { textDocument, position: one.position, context: { includeDeclaration: true }, options };
    // An error is an answer; none at all is a failure, for the session never ends then.
    const answer = connection.sendRequest(`textDocument/${one.method}`, params, source.token);
    answers.push(answer.catch(() => undefined));
    if (one.cancelled) source.cancel();
  }
}

/** Made anew at each change: nothing is carried over from the text before. */
function changed(
  document: TextDocument,
  { start, end, text }: Extract<ProtocolStep, { kind: 'change' }>,
  version: number,
): TextDocument {
  const offsets = [document.offsetAt(start), document.offsetAt(end)];
  const before = document.getText();
  const now = before.slice(0, Math.min(...offsets)) + text + before.slice(Math.max(...offsets));
  return TextDocument.create(document.uri, document.languageId, version, now);
}
