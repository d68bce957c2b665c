import { IGNORED, type FormatChoice } from '../../formats/recognise';
import { checkClosed, LARGEST_FILE, type ClosedContext, type Reading } from './closed-files';
import { canonical, below } from './uri';
import type { Workspace } from './workspace';

/** Files read ahead at once: reading waits for the disk. They are checked one by one. */
const AT_ONCE = 4;

export interface BackgroundContext extends ClosedContext {
  readonly folders: () => readonly string[];
  /** Files that the users named themselves, from their folder, and what they said of each. */
  readonly choices: (folder: string) => ReadonlyMap<string, FormatChoice>;
  /** Tells how far the work is; gives false once the user stopped it. */
  readonly progress: (done: number, all: number) => boolean;
  /** A file that was left aside, for the log. */
  readonly skipped: (uri: string, why: 'demesure' | 'absent') => void;
}

/** Reads the files of the workspace that are not open, behind everything that the user waits for. */
export class Background {
  private run = 0;
  private lastCheck: Promise<unknown> = Promise.resolve();
  /** The folders of the last run that came to its end. */
  private listed: readonly string[] = [];
  /** Files that are there and were not read: what they hold is not known. */
  private readonly unread = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly context: BackgroundContext,
  ) {}

  /** Drops the work under way. */
  stop(): void {
    this.run++;
    this.listed = [];
    this.tellWhole();
  }

  /** Reads all files anew; those that are gone are forgotten. Resolves when done, or when a newer run began. */
  async readAll(): Promise<void> {
    this.stop();
    const { run } = this;
    const isWanted = (): boolean => run === this.run;
    const folders = this.context.folders();
    this.unread.clear();
    const uris = await this.list(folders);
    if (!isWanted()) return;
    const listed = new Set(uris.map(canonical));
    for (const [key, { uri }] of this.workspace.closedFiles) {
      if (!listed.has(key)) this.workspace.dropClosed(uri);
    }
    let done = 0;
    const left = [...uris];
    const work = async (): Promise<void> => {
      for (let uri = left.shift(); uri !== undefined && isWanted(); uri = left.shift()) {
        const kind = await this.read(uri, isWanted);
        if (kind === 'absent' && isWanted()) this.unread.add(canonical(uri));
        if (isWanted() && !this.context.progress(++done, uris.length)) this.stop();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!isWanted()) return;
    this.listed = folders;
    this.tellWhole();
  }

  /** Reads some files again: they changed, appeared or are gone. */
  async readAgain(uris: readonly string[]): Promise<void> {
    const { run } = this;
    for (const uri of uris) await this.read(uri, () => run === this.run);
    this.tellWhole();
  }

  /** Says which folders were read to the last file. */
  private tellWhole(): void {
    const left = [...this.unread];
    const whole = this.listed
      .map(canonical)
      .filter((folder) => !left.some((uri) => uri.startsWith(`${folder}/`)));
    this.workspace.setWhole(whole);
  }

  /** Undefined when nobody waits for it any more. */
  private async read(uri: string, isWanted: () => boolean): Promise<Reading['kind'] | undefined> {
    const text = await this.context.files.readFile(uri);
    const check = this.lastCheck.then(() => checkClosed(uri, text, this.context, isWanted));
    this.lastCheck = check.catch(() => undefined);
    const reading = await check;
    if (reading.kind === 'abandon' || !isWanted()) return undefined;
    this.unread.delete(canonical(uri));
    if (reading.kind === 'lu') this.workspace.setClosed(reading.file);
    else this.workspace.dropClosed(uri);
    if (reading.kind === 'demesure') this.skip(uri);
    return reading.kind;
  }

  private skip(uri: string): void {
    this.unread.add(canonical(uri));
    this.context.skipped(uri, 'demesure');
  }

  /** The files to read: by their name, and those that the users chose a format for; not those that they left aside. */
  private async list(folders: readonly string[]): Promise<string[]> {
    const found = new Map<string, string>();
    for (const folder of folders) {
      const choices = this.context.choices(folder);
      const listed = await this.context.files.listFiles(folder);
      if (!listed) this.unread.add(`${canonical(folder)}/`);
      const named = listed ?? [];
      const chosen = [...choices].flatMap(([chemin, choice]) => (choice === IGNORED ? [] : [chemin]));
      const small = named.filter(({ chemin, taille }) => {
        const tooLarge = taille > LARGEST_FILE;
        if (tooLarge) this.skip(below(folder, chemin));
        return !tooLarge && choices.get(chemin) !== IGNORED;
      });
      for (const chemin of [...small.map((file) => file.chemin), ...chosen]) {
        const uri = below(folder, chemin);
        found.set(canonical(uri), uri);
      }
    }
    return [...found.values()];
  }
}
