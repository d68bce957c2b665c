import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findingsAmongOthers } from '../analysis/among-others';
import { analyse } from '../analysis/analyse';
import type { LocatedFinding } from '../analysis/located';
import { onlyOf } from '../analysis/manifest-summary';
import { WorkspaceIndex } from '../analysis/workspace-index';
import type { Dossier } from '../dossier/dossier';
import type { FileAmongOthers } from '../dossier/neighbours';
import type { FileSummary } from '../dossier/summary';
import { FichiersPresents, type FichierPresent } from '../rules/pieces/fichiers-presents';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { ALL_RULES } from '../rules/all';
import type { RuleSettings } from '../rules/run';
import { listFiles, MOST_FILES } from './list-files';
import { inputOf } from './session';
import type { ListedFile } from './surroundings';
import type { Source } from './source';

const NO_RULE: RuleSettings = Object.fromEntries(ALL_RULES.map(({ code }) => [code, 'off']));

/** The files given to a command, each as a summary: what they say of each other costs no more memory than that. */
export class AmongGiven {
  private readonly index = new WorkspaceIndex();
  /** The files beside those that are given, by folder. */
  private readonly beside = new Map<string, FichiersPresents<FichierPresent> | undefined>();

  constructor(private readonly now: EpochMinutes) {}

  take({ absolute }: ListedFile, summary: FileSummary): void {
    this.index.set(uriOf(absolute), summary);
  }

  /** Every file of these folders was taken in. */
  setWhole(folders: readonly string[]): void {
    this.index.setWhole(folders.map(uriOf));
  }

  /** What the other files, and those beside it, have found in a file. `again` reads it anew: few fixes ask for its tree. */
  async findingsIn(
    file: ListedFile,
    summary: FileSummary,
    again: () => Source | undefined,
  ): Promise<LocatedFinding[]> {
    const { regulation, dossiersComplets, fusions, settings } = file;
    const today = parisTime(this.now).jour;
    const circumstances = { regulation, dossiersComplets, base: undefined, fusions, today };
    const now = this.now;
    let dossier: Dossier | undefined;
    const among: FileAmongOthers = {
      uri: uriOf(file.absolute),
      summary,
      neighbours: this.index,
      fichiers: await this.listBeside(dirname(file.absolute)),
      manifeste: summary.sons === undefined ? undefined : onlyOf(summary.sons, file.manifests),
      get dossier() {
        const source = again();
        if (!source) return undefined;
        const input = inputOf({ ...file, ...source }, now);
        return (dossier ??= analyse({ ...input, settings: NO_RULE }).dossier);
      },
    };
    return findingsAmongOthers(among, settings, circumstances);
  }

  /** True where every file of the folder around a path was read. */
  isWholeAround(absolute: string): boolean {
    return this.index.isWholeAround(uriOf(absolute));
  }

  /** Of a folder that cannot be read to the end, nothing is known to be missing. */
  private async listBeside(folder: string): Promise<FichiersPresents<FichierPresent> | undefined> {
    if (this.beside.has(folder)) return this.beside.get(folder);
    const files = await listFiles(folder).catch(() => undefined);
    const isWhole = files !== undefined && files.length < MOST_FILES;
    const beside = isWhole ? new FichiersPresents(files) : undefined;
    this.beside.set(folder, beside);
    return beside;
  }
}

function uriOf(absolute: string): string {
  return pathToFileURL(absolute).href;
}
