import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { IGNORED } from '../../formats/recognise';
import { translate } from '../../messages/catalogue';
import type { Session } from '../session';
import { Background } from './background';
import { canonical } from './uri';

/** What the rest of the server asks of the work in the background. */
export interface WorkspaceService {
  /** Settings, choices or folders changed: everything is read anew. */
  readonly restart: () => void;
  /** Files of requests changed on the disk. */
  readonly changed: (uris: readonly string[]) => void;
  /** Attachments came or went in a folder. */
  readonly besideChanged: (folder: string) => void;
}

/** Keeps the files that are not open in the index: read in the background, open documents first. */
export function serveWorkspace(session: Session): WorkspaceService {
  const { connection, documents, workspace } = session;
  const progress = new BackgroundProgress(session);
  const background = new Background(workspace, {
    ...session.closedContext,
    folders: () => session.folders,
    choices: (folder) =>
      session.choices.settings.around(`${folder}/`)?.value?.choices ?? new Map<string, string>(),
    progress: (done, all) => progress.report(done, all),
    skipped: (uri) =>
      connection.console.warn(translate(session.settings.langue, 'dossier.trop-lourd', { uri })),
  });
  const log = (error: unknown): void => connection.console.error(String(error));
  const check = (): Promise<unknown> =>
    Promise.all(documents.all().map((document) => session.checkedInPieces(document)));

  const restart = async (): Promise<void> => {
    background.stop();
    await check();
    if (!session.settings.dossierEntier) {
      for (const [, { uri }] of workspace.closedFiles) workspace.dropClosed(uri);
      return;
    }
    await progress.during(() => background.readAll());
    refresh();
  };

  /** What closed files bring to the open ones changed behind the client's back: it is told to ask again. */
  let isStale = false;
  workspace.onChange((touched, source) => {
    if (source === undefined || !workspace.isOpen(source)) {
      isStale ||= [...touched].some((key) => workspace.isOpen(key));
    }
  });
  const refresh = (): void => {
    if (!isStale || !session.client.pullDiagnostics || !session.client.refreshDiagnostics) return;
    isStale = false;
    connection.languages.diagnostics.refresh().catch(log);
  };

  const changed = async (uris: readonly string[]): Promise<void> => {
    if (!session.settings.dossierEntier) return;
    const spelt = uris.filter((uri) => session.choices.get(uri) !== IGNORED);
    await background.readAgain(spelt);
    refresh();
  };

  documents.onDidChangeContent(({ document }) => {
    if (session.client.pullDiagnostics) session.checkedInPieces(document).catch(log);
  });
  // A folder that appeared with files in it, or went, may not have been told of.
  documents.onDidOpen(({ document }) => session.beside.touch([document.uri]));
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    // What was not saved is gone: the disk counts again.
    const file = workspace.closedFile(canonical(document.uri));
    if (file) background.readAgain([file.uri]).catch(log);
  });
  return {
    restart: () => void restart().catch(log),
    changed: (uris) => void changed(uris).catch(log),
    besideChanged: (folder) => {
      workspace.besideChanged(folder);
      refresh();
    },
  };
}

/** Fewer files are read before anybody could look. */
const FEW = 20;

/** Shows the work in the background to the user, who may stop it; only where it is long enough to be seen. */
class BackgroundProgress {
  private reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  private shown: WorkDoneProgressServerReporter | undefined;

  constructor(private readonly session: Session) {}

  async during(work: () => Promise<void>): Promise<void> {
    await this.end();
    await work();
    await this.end();
  }

  /** False once the user asked to stop. */
  report(done: number, all: number): boolean {
    if (all < FEW || !this.session.client.progress) return true;
    this.reporter ??= this.begin();
    this.shown?.report(Math.round((100 * done) / all), `${done} / ${all}`);
    return this.shown?.token.isCancellationRequested !== true;
  }

  private async begin(): Promise<WorkDoneProgressServerReporter> {
    const { connection, settings } = this.session;
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(translate(settings.langue, 'dossier.lecture'), 0, undefined, true);
    this.shown = reporter;
    return reporter;
  }

  private async end(): Promise<void> {
    const reporter = await this.reporter;
    reporter?.done();
    this.reporter = undefined;
    this.shown = undefined;
  }
}
