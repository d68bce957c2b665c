import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ConfigurationRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { presentMoment } from '../../server/src/lsp/present-moment';
import { startServer } from '../../server/src/lsp/server';
import type { Host } from '../../server/src/lsp/session';

/** What VS Code's client says it can do, as far as our server looks at it. */
export const FULL_CLIENT: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
};

/** A language client small enough to see every message of. */
export class LspClient {
  readonly published: PublishDiagnosticsParams[] = [];
  /** What `workspace/configuration` answers. */
  settings: unknown = null;
  refreshes = 0;
  /** What the server registered after the start. */
  readonly registrations: Registration[] = [];
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly end: () => Promise<void>,
    /** Of the server's process, when it has one of its own. */
    readonly pid?: number,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    connection.listen();
  }

  /** Client and server in this process, over two streams. */
  static inProcess(host: Partial<Host> = {}): LspClient {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, {
      readFile: () => Promise.resolve(undefined),
      listFiles: () => Promise.resolve([]),
      readFolder: () => Promise.resolve([]),
      stamp: () => Promise.resolve(undefined),
      readBytes: () => Promise.resolve(undefined),
      store: undefined,
      pages: undefined,
      now: presentMoment,
      alarm: () => () => undefined,
      ...host,
    });
    const client = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    return new LspClient(client, () => {
      client.dispose();
      server.dispose();
      return Promise.resolve();
    });
  }

  /** The server as a child process over stdio: what other editors run. */
  static spawned(command: string, args: readonly string[]): LspClient {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const end = async (): Promise<void> => {
      await client.sendRequest(ShutdownRequest.type);
      await client.sendNotification('exit');
      await exit;
      client.dispose();
    };
    return new LspClient(client, end, child.pid);
  }

  async initialize(params: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: FULL_CLIENT,
      workspaceFolders: null,
      ...params,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'segur-demande'): Promise<TextDocument> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return document;
  }

  /** Replaces the first `before` by `after`, as one incremental change. */
  async edit(uri: string, before: string, after: string): Promise<number> {
    const document = this.text(uri);
    const at = document.getText().indexOf(before);
    if (at < 0) throw new Error(`${before} is not in the text`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
    return this.change(uri, [{ range, newText: after }]);
  }

  async change(uri: string, edits: readonly TextEdit[]): Promise<number> {
    const document = this.text(uri);
    const version = document.version + 1;
    const changed = TextDocument.create(
      uri,
      document.languageId,
      version,
      TextDocument.applyEdits(document, [...edits]),
    );
    const contentChanges = edits
      .toSorted((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    this.documents.set(uri, changed);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  text(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  async pull(uri: string, previousResultId?: string) {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('a full report was expected');
    return report.items;
  }

  dispose(): Promise<void> {
    return this.end();
  }
}

/** Polls until `get` gives something else than undefined. */
export async function eventually<T>(
  what: string,
  get: () => T | undefined | Promise<T | undefined>,
  ms = 5000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await get();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`timed out: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A diagnostic's sentence: protocol 3.18 also allows markup. */
export function messageOf(diagnostic: Pick<Diagnostic, 'message'> | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}
