import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  CodeAction,
  CodeActionRequest,
  WorkspaceDiagnosticRequest,
  type ClientCapabilities,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DISK } from '../../server/src/lsp/disk';
import { fileNameOf } from '../../server/src/dossier/file-name';
import { annotateWith } from '../support/annotate';
import type { JsonFinding } from '../support/cli';
import { momentOf } from '../support/fixture';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';

/** The day of the story: the soldes are being prepared. */
export const NOW = '2026-03-05T10:00';

/** How long the background may take on a busy machine, in milliseconds. */
const PATIENCE = 8000;

/** A finding as the editor and the command line both tell it; lines and characters from 0. */
export interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What only the editor shows: the places of other files, and once the file is open, the fixes. */
export interface ToldInEditor extends Told {
  readonly links: readonly string[];
  readonly fixes: readonly string[];
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

const CLIENT: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: { ...FULL_CLIENT.textDocument, diagnostic: { relatedInformation: true } },
};

/** The findings of one file as the command line's JSON gives them. */
export function fromCommandLine(findings: readonly JsonFinding[]): Told[] {
  return inOrder(
    findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      start: { line: finding.line - 1, character: finding.column - 1 },
      end: { line: finding.endLine - 1, character: finding.endColumn - 1 },
    })),
  );
}

function fromEditor(diagnostics: readonly Diagnostic[]): ToldInEditor[] {
  return inOrder(
    diagnostics.map((diagnostic) => ({
      code: String(diagnostic.code),
      severity: SEVERITIES[diagnostic.severity ?? 0] ?? '',
      message: messageOf(diagnostic),
      start: diagnostic.range.start,
      end: diagnostic.range.end,
      links: (diagnostic.relatedInformation ?? []).map(
        ({ location, message }) =>
          `↪ ${fileNameOf(location.uri)}, ligne ${location.range.start.line + 1} : ${message}`,
      ),
      fixes: [],
    })),
  );
}

/** In the order of the text; what stands at one place, by its code and sentence. */
function inOrder<T extends Told>(told: readonly T[]): T[] {
  const key = ({ code, message }: T): string => `${code} ${message}`;
  return told.toSorted(
    (a, b) =>
      a.start.line - b.start.line ||
      a.start.character - b.start.character ||
      (key(a) < key(b) ? -1 : Number(key(a) > key(b))),
  );
}

/** The text with what was told of it, in the form of the rules' fixtures. */
export function rendered(text: string, told: readonly ToldInEditor[]): string {
  const document = TextDocument.create('file:///histoire', 'segur-demande', 0, text);
  return annotateWith(
    text,
    told.map(({ start, end, code, message, links, fixes }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
      code,
      message,
      after: [...links, ...fixes],
    })),
  );
}

/** A folder opened in an editor: what its Problems view shows, no file being open at first. */
export class WorkspaceInEditor {
  private readonly told = new Map<string, readonly Diagnostic[]>();
  private readonly opened = new Set<string>();
  private isOver = false;

  private constructor(
    private readonly folder: string,
    readonly client: LspClient,
  ) {}

  static async over(folder: string): Promise<WorkspaceInEditor> {
    const client = LspClient.inProcess({ ...DISK, now: () => momentOf(NOW) });
    const uri = pathToFileURL(folder).href;
    await client.initialize({ capabilities: CLIENT, workspaceFolders: [{ uri, name: 'histoire' }] });
    const editor = new WorkspaceInEditor(folder, client);
    editor.follow();
    return editor;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Waits until a file has these findings; gives those that it had last, were they others. */
  async findingsLike(name: string, expected: readonly Told[]): Promise<readonly ToldInEditor[]> {
    let latest: ToldInEditor[] = [];
    await eventually(
      `the findings of ${name}`,
      async () => {
        latest = await this.findings(name);
        return isDeepStrictEqual(latest.map(plain), expected) ? true : undefined;
      },
      PATIENCE,
    ).catch(() => undefined);
    return latest;
  }

  /** What is shown of a file at this moment: an open one is asked on its own. */
  async findings(name: string): Promise<ToldInEditor[]> {
    const uri = this.uriOf(name);
    if (this.opened.has(name)) return fromEditor(await this.client.diagnostics(uri));
    return fromEditor(this.told.get(fileURLToPath(uri)) ?? []);
  }

  /** Opens one of its files, with this text in place of that of the disk. */
  async open(name: string, text: string): Promise<void> {
    if (this.opened.has(name)) return;
    this.opened.add(name);
    await this.client.open(this.uriOf(name), text);
  }

  /** The same findings with the fixes that the open file offers for each. */
  async withFixes(name: string, told: readonly ToldInEditor[]): Promise<ToldInEditor[]> {
    return Promise.all(
      told.map(async (one) => {
        const offered = await this.client.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri: this.uriOf(name) },
          range: { start: one.start, end: one.start },
          context: { diagnostics: [], only: ['quickfix'] },
        });
        const fixes = (offered ?? []).filter(
          (action): action is CodeAction =>
            CodeAction.is(action) &&
            action.edit !== undefined &&
            (action.diagnostics ?? []).some((diagnostic) => messageOf(diagnostic) === one.message),
        );
        return { ...one, fixes: fixes.map(({ title }) => `→ ${title}`) };
      }),
    );
  }

  dispose(): Promise<void> {
    this.isOver = true;
    return this.client.dispose();
  }

  /** Asks as VS Code does: a question that stays open, and again with the marks of what is known. */
  private follow(): void {
    const token = 'partiel';
    const marks = new Map<string, string>();
    const keep = ({ items }: Pick<WorkspaceDiagnosticReport, 'items'>): void => {
      for (const item of items) {
        if (item.resultId !== undefined) marks.set(item.uri, item.resultId);
        if (item.kind === 'full') this.told.set(fileURLToPath(item.uri), item.items);
      }
    };
    const { connection } = this.client;
    connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, keep);
    const ask = async (): Promise<void> => {
      while (!this.isOver) {
        const previousResultIds = [...marks].map(([uri, value]) => ({ uri, value }));
        keep(
          await connection.sendRequest(WorkspaceDiagnosticRequest.type, {
            identifier: 'segur',
            previousResultIds,
            partialResultToken: token,
          }),
        );
      }
    };
    ask().catch(() => undefined);
  }
}

/** What all ways tell. */
export function plain({ code, severity, message, start, end }: Told): Told {
  return { code, severity, message, start, end };
}
