import { join, relative } from 'node:path';
import type { Exception } from '../analysis/exceptions';
import { stateOf, witnessOf, type ExceptionState, type Known } from '../analysis/exception-states';
import type { WrittenException } from '../analysis/exceptions-setting';
import { SETTINGS_PATH } from '../analysis/workspace-settings';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { LineIndex } from '../syntax/line-index';
import { readSource } from './source';
import type { ListedFile } from './surroundings';
import type { ToldFile, Unchecked } from './told/told-file';

/** An exception, where it is written and what a run says of it. */
export interface SeenException {
  readonly exception: Exception;
  readonly state: ExceptionState;
  /** Its settings file, from the folder of the run. */
  readonly reglages: string;
  /** From 1. */
  readonly ligne: number;
  /** The run checked its file. */
  readonly isOfRun: boolean;
}

type Checked = Omit<Known, 'today'>;

/** Follows the exceptions through a run: which of them accepted something. */
export class SeenExceptions {
  private readonly written = new Map<string, readonly WrittenException[]>();
  private readonly checked = new Map<string, Checked>();

  constructor(private readonly now: EpochMinutes) {}

  /** `isWhole`: every file of the folder around it was read. */
  see<M>(
    { absolute, settings, base, accepts }: ListedFile,
    told: ToldFile<M> | Unchecked,
    isWhole: boolean,
  ): void {
    if (accepts) this.written.set(accepts.folder, accepts.exceptions);
    const witness = told.kind === 'format' ? witnessOf({ ...told, dossier: told }) : undefined;
    this.checked.set(absolute, { witness, settings, hasBase: base !== undefined, isWhole });
  }

  /** All that the settings met on the way accept. `from` is the folder of the run. */
  async all(from: string): Promise<SeenException[]> {
    const seen: SeenException[] = [];
    for (const [folder, written] of this.written) {
      if (written.length === 0) continue;
      const file = join(folder, SETTINGS_PATH);
      const index = new LineIndex((await readSource(file, file)).text);
      for (const { exception, node } of written) {
        const absolute = join(folder, exception.fichier);
        seen.push({
          exception,
          state: this.stateOf(exception, absolute),
          reglages: relative(from, file),
          ligne: index.positionAt(node.start).line + 1,
          isOfRun: this.checked.get(absolute)?.witness !== undefined,
        });
      }
    }
    return seen;
  }

  private stateOf(exception: Exception, absolute: string): ExceptionState {
    const checked = this.checked.get(absolute) ?? NOT_CHECKED;
    const today = parisTime(this.now).jour;
    return stateOf(exception, { ...checked, today });
  }
}

const NOT_CHECKED: Checked = { witness: undefined, settings: {}, hasBase: false, isWhole: false };
