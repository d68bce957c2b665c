import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { Stroke } from './deposits';

/** A language server as the bench runs it. */
export interface Server {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Of the file it is given, by which it knows what to hold it against. */
  readonly languageId: string;
  readonly extension: string;
  /** What `workspace/configuration` and `workspace/didChangeConfiguration` tell it. */
  readonly settings: object;
  /** Milliseconds that it waits for before it begins, when it pushes. */
  readonly waits: number;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly unknown[];
}

const ABILITIES = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { versionSupport: true },
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
  },
};

/** One server in a process of its own, over stdio, with one file open. */
export class LanguageClient {
  private version = 1;
  private pulls = false;
  private waiting: ((published: Published) => void) | undefined;

  private constructor(
    private readonly server: Server,
    private readonly connection: ProtocolConnection,
    private readonly pid: number | undefined,
    private readonly exit: Promise<void>,
  ) {}

  static async start(server: Server): Promise<LanguageClient> {
    const child = spawn(process.execPath, [server.script, ...server.args], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LanguageClient(server, connection, child.pid, exit);
    connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
      if (published.uri === client.uri) client.waiting?.(published);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section = '' }) => (server.settings as Record<string, unknown>)[section] ?? null),
    );
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh']) {
      connection.onRequest(method, () => null);
    }
    connection.listen();
    const { capabilities } = await connection.sendRequest<{ capabilities: { diagnosticProvider?: object } }>(
      'initialize',
      {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: ABILITIES,
        initializationOptions: { provideFormatter: true },
      },
    );
    client.pulls = capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
    return client;
  }

  private get uri(): string {
    return `file:///bench/depot${this.server.extension}`;
  }

  /** Milliseconds that the server waits for by itself before it answers an edit. */
  get waits(): number {
    return this.pulls ? 0 : this.server.waits;
  }

  /** Opens the file; gives how many findings are told of it. */
  async open(text: string): Promise<number> {
    const { languageId } = this.server;
    return this.findingsAfter('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId, version: this.version, text },
    });
  }

  /** Milliseconds from the edit to its findings. */
  async edit({ start, end, text }: Stroke): Promise<number> {
    const began = performance.now();
    await this.findingsAfter('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range: { start, end }, text }],
    });
    return performance.now() - began;
  }

  async ask(method: string, params: object): Promise<unknown> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** Megabytes that the process holds, as Linux counts them; undefined elsewhere. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.pid)}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await this.exit;
    this.connection.dispose();
  }

  private async findingsAfter(method: string, params: object): Promise<number> {
    if (this.pulls) {
      await this.connection.sendNotification(method, params);
      return this.pull();
    }
    const published = new Promise<Published>((resolve) => (this.waiting = resolve));
    await this.connection.sendNotification(method, params);
    return (await published).diagnostics.length;
  }

  /** A server that learnt something meanwhile asks to be asked again. */
  private async pull(): Promise<number> {
    for (;;) {
      try {
        const report = (await this.ask('textDocument/diagnostic', {})) as { items?: readonly unknown[] };
        return report.items?.length ?? 0;
      } catch (error) {
        if (!(error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled)) throw error;
      }
    }
  }
}
