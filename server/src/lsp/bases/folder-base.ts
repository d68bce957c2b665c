import type { Message } from '../../messages/catalogue';
import type { Base } from '../../registry/base';
import type { IndexedBase } from '../../registry/index/indexed-base';
import { withNature } from '../../registry/with-nature';
import type { Refus } from '../../registry/table/table';
import type { FilesAsBytes } from '../files';
import { readBaseFile, stampOf, versionOf, type BaseFile } from './base-file';
import type { Listener } from './in-pieces';
import type { KeptIndexes } from './kept-indexes';

/** The base that a folder names, and what completes it. */
export interface WantedBase {
  readonly base: BaseFile;
  readonly extrait: BaseFile | undefined;
}

/** What is in force in a folder. */
interface InForce {
  readonly version: string;
  readonly uri: string;
  readonly base: Base;
}

/** What the reading of bases needs of its surroundings. */
export interface BasesContext {
  readonly files: FilesAsBytes;
  readonly kept: KeptIndexes;
  /** Shows a reading once it is long, and how far it is; gives what ends that. `cancel` is for the user. */
  readonly progress: (cancel: () => void) => { readonly tell: Listener['tell']; readonly end: () => void };
  /** Called when the base, or what is known of it, is another one. */
  readonly changed: () => void;
  /** Called for what the user has not been told yet. */
  readonly refused: (message: Message) => void;
}

interface Run {
  readonly version: string;
  isWanted: boolean;
}

/** The base of one folder: read in the background, and kept in force until another one has been read. */
export class FolderBase {
  private inForce: InForce | undefined;
  private run: Run | undefined;
  /** Only what was asked for last counts. */
  private asked = 0;
  private refusedVersion: string | undefined;
  private refusal: Message | undefined;

  constructor(private readonly context: BasesContext) {}

  get base(): Base | undefined {
    return this.inForce?.base;
  }

  /** Where the base in force was read. */
  get uri(): string | undefined {
    return this.inForce?.uri;
  }

  get isReading(): boolean {
    return this.run !== undefined;
  }

  /** Why the file that is asked for is not in force. */
  get refus(): Message | undefined {
    return this.refusal;
  }

  /** Reads what is asked for, unless it is in force, being read, or was refused already. */
  async want(wanted: WantedBase | undefined): Promise<void> {
    const rank = ++this.asked;
    if (!wanted) {
      this.drop();
      return;
    }
    const version = await this.versionNow(wanted);
    if (rank !== this.asked || version === this.run?.version) return;
    this.stopRun();
    if (version === this.inForce?.version) {
      this.settle(undefined, undefined);
      return;
    }
    if (version === this.refusedVersion) return;
    const run: Run = { version, isWanted: true };
    this.run = run;
    await this.read(wanted, run);
  }

  /** Nothing is asked for any more. */
  drop(): void {
    this.stopRun();
    const had = this.inForce !== undefined || this.refusal !== undefined;
    this.inForce = undefined;
    this.settle(undefined, undefined);
    if (had) this.context.changed();
  }

  private async versionNow({ base, extrait }: WantedBase): Promise<string> {
    const { files } = this.context;
    const ofBase = await stampOf(base, files);
    const ofExtrait = extrait && (await stampOf(extrait, files));
    return [versionOf(base, ofBase), ...(extrait ? [versionOf(extrait, ofExtrait)] : [])].join('\n');
  }

  private async read({ base: file, extrait }: WantedBase, run: Run): Promise<void> {
    const { tell, end } = this.context.progress(() => this.cancel(run));
    const listener = { tell, isWanted: () => run.isWanted };
    try {
      const base = await this.indexOf(file, listener);
      const more = base?.etat === 'lue' && extrait ? await this.indexOf(extrait, listener) : undefined;
      if (!run.isWanted || !base) return;
      this.stopRun();
      if (base.etat === 'refus') this.settle(run.version, base.message);
      else {
        const whole = more?.etat === 'lue' ? withNature(base.base, more.base) : base.base;
        this.inForce = { version: run.version, uri: file.uri, base: whole };
        this.settle(undefined, more?.etat === 'refus' ? more.message : undefined);
      }
      if (this.refusal) this.context.refused(this.refusal);
      this.context.changed();
    } finally {
      end();
    }
  }

  private async indexOf(
    file: BaseFile,
    listener: Listener,
  ): Promise<{ readonly etat: 'lue'; readonly base: IndexedBase } | Refus | undefined> {
    const { files, kept } = this.context;
    const version = versionOf(file, await stampOf(file, files));
    const known = await kept.read(file.uri, version);
    if (known) return { etat: 'lue', base: known };
    const read = await readBaseFile(file, files, listener);
    if (read?.etat === 'lue') await kept.write(file.uri, version, read.base);
    return read;
  }

  /** The user stopped it: it is not tried again before the file changes. */
  private cancel(run: Run): void {
    if (this.run !== run) return;
    this.stopRun();
    this.settle(run.version, { key: 'base.refus.interrompu', params: {} });
    this.context.changed();
  }

  private settle(refusedVersion: string | undefined, refusal: Message | undefined): void {
    this.refusedVersion = refusedVersion;
    this.refusal = refusal;
  }

  private stopRun(): void {
    if (this.run) this.run.isWanted = false;
    this.run = undefined;
  }
}
