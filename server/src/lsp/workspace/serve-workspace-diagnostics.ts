import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { asDiagnostics } from '../../features/diagnostics';
import { nextTurn } from '../breath';
import type { Session } from '../session';
import { positionsIn, readClosed, type ClosedFile } from './closed-files';
import { canonical } from './uri';
import { markOf } from './workspace';

/** Files told in one partial answer. */
const AT_ONCE = 20;

/**
 * The findings of files that are not open. The question stays open while nothing new is to be told: the client asks
 * again as soon as it is answered, and each time sends the mark of every file.
 */
export function serveWorkspaceDiagnostics(session: Session): void {
  const { connection } = session;
  const reporter = new ClosedReporter(session);
  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, _workDone, partial): Promise<WorkspaceDiagnosticReport> => {
      const told = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), { uri, value }]));
      for (;;) {
        const change = reporter.nextChange(token);
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        for await (const report of reporter.news(told, token)) {
          told.set(canonical(report.uri), { uri: report.uri, value: report.resultId ?? '' });
          items.push(report);
          if (partial && items.length >= AT_ONCE) partial.report({ items: items.splice(0) });
        }
        if (partial && items.length > 0) partial.report({ items: items.splice(0) });
        if (items.length > 0 || token.isCancellationRequested) return { items };
        await change;
      }
    },
  );
}

/** Makes the reports of closed files, and waits for the next change. */
class ClosedReporter {
  /** The mark of a file's findings, as long as neither it nor a file that shares something with it changed. */
  private readonly marks = new Map<string, string>();
  private readonly readings = new WeakMap<ClosedFile, number>();
  private readCount = 0;

  constructor(private readonly session: Session) {
    session.workspace.onChange((touched) => {
      for (const key of touched) this.marks.delete(key);
    });
  }

  /** Resolves at the next change of any file, or when nobody waits any more. */
  nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        cancelled.dispose();
        resolve();
      };
      const stop = this.session.workspace.onChange(done);
      const cancelled = token.onCancellationRequested(done);
    });
  }

  /** Reports of the files that are not as they were told. */
  async *news(
    told: ReadonlyMap<string, { readonly uri: string; readonly value: string }>,
    token: CancellationToken,
  ): AsyncGenerator<WorkspaceDocumentDiagnosticReport & { readonly uri: string }> {
    const { workspace } = this.session;
    for (const [key, file] of workspace.closedFiles) {
      if (token.isCancellationRequested) return;
      if (!this.marks.has(key)) await nextTurn();
      // Changed or opened meanwhile: the change has us look again.
      if (workspace.closedFile(key) !== file) continue;
      const resultId = this.markOf(key, file);
      if (told.get(key)?.value === resultId) continue;
      const items = await this.findingsOf(key, file, token);
      if (items === undefined || workspace.closedFile(key) !== file) continue;
      yield { kind: DocumentDiagnosticReportKind.Full, uri: file.uri, version: null, resultId, items };
      await nextTurn();
    }
    for (const [key, { uri, value }] of told) {
      if (value === GONE || workspace.isOpen(key) || workspace.closedFile(key)) continue;
      yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: GONE, items: [] };
    }
  }

  private markOf(key: string, file: ClosedFile): string {
    const known = this.marks.get(key);
    if (known !== undefined) return known;
    const reading = this.readings.get(file) ?? ++this.readCount;
    this.readings.set(file, reading);
    const crossing = markOf(this.session.workspace.crossingOf(key, file).findings);
    const mark = [performance.timeOrigin, reading, crossing].join('.');
    this.marks.set(key, mark);
    return mark;
  }

  /** The file's own findings, read again where there were too many to keep, and those that other files bring. */
  private async findingsOf(
    key: string,
    file: ClosedFile,
    token: CancellationToken,
  ): Promise<Diagnostic[] | undefined> {
    const { session } = this;
    const own = file.own ?? (await this.readAgain(file, token));
    if (own === undefined) return undefined;
    const positions = positionsIn(file);
    const document = { uri: file.uri, positionAt: (offset: number) => positions.positionAt(offset) };
    const { findings: crossing } = session.workspace.crossingOf(key, file);
    const { langue } = session.settings;
    return [...own, ...asDiagnostics({ document, langue }, crossing, session.showing())];
  }

  private async readAgain(
    { uri }: ClosedFile,
    token: CancellationToken,
  ): Promise<readonly Diagnostic[] | undefined> {
    const reading = await readClosed(uri, this.session.closedContext, () => !token.isCancellationRequested);
    return reading.kind === 'lu' ? reading.own : undefined;
  }
}

/** The mark of a file that is not there any more. */
const GONE = 'absent';
