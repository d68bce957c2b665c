import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findingsAmongOthers, withFindings } from '../analysis/among-others';
import { analyse, type Analysis } from '../analysis/analyse';
import { onlyOf } from '../analysis/manifest-summary';
import { WorkspaceIndex } from '../analysis/workspace-index';
import { summarise } from '../dossier/summary';
import { FichiersPresents, type FichierPresent } from '../rules/pieces/fichiers-presents';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { ALL_RULES } from '../rules/all';
import type { RuleSettings } from '../rules/run';
import { listFiles, MOST_FILES } from './list-files';
import { CannotRun } from './outcome';
import { inputOf, type Listed, type ListedFile, type OpenedFile } from './session';

const NO_RULE: RuleSettings = Object.fromEntries(ALL_RULES.map(({ code }) => [code, 'off']));

/** The files given to a command, each as a summary: what they say of each other costs no more memory than that. */
export class AmongGiven {
  private readonly index = new WorkspaceIndex();
  /** The files beside those that are given, by folder. */
  private readonly beside = new Map<string, FichiersPresents<FichierPresent> | undefined>();

  private constructor(private readonly now: EpochMinutes) {}

  /** Reads the files once, without checking them; one alone has no others. Those that cannot be read are told later. */
  static async of({ files, folders }: Listed, now: EpochMinutes): Promise<AmongGiven> {
    const among = new AmongGiven(now);
    let isWhole = true;
    if (files.length > 1) for (const file of files) isWhole = (await among.takeIn(file)) && isWhole;
    for (const { absolute } of files) await among.listBeside(dirname(absolute));
    if (isWhole) among.index.setWhole(folders.map(uriOf));
    return among;
  }

  /** An analysis with what the other files bring to it. */
  complete(file: OpenedFile, analysis: Analysis): Analysis {
    if (!analysis.dossier) return analysis;
    const { dossier, regulation, dossiersComplets, fusions } = analysis;
    const uri = uriOf(file.absolute);
    const summary = summarise(dossier);
    this.index.set(uri, summary);
    const today = parisTime(this.now).jour;
    const circumstances = { regulation, dossiersComplets, base: undefined, fusions, today };
    const fichiers = this.beside.get(dirname(file.absolute));
    const manifeste = summary.sons === undefined ? undefined : onlyOf(summary.sons, file.manifests);
    const among = { uri, summary, neighbours: this.index, dossier, fichiers, manifeste };
    const found = findingsAmongOthers(among, file.settings, circumstances);
    return withFindings(analysis, found);
  }

  /** True where every file of the folder around a path was read. */
  isWholeAround(absolute: string): boolean {
    return this.index.isWholeAround(uriOf(absolute));
  }

  /** Of a folder that cannot be read to the end, nothing is known to be missing. */
  private async listBeside(folder: string): Promise<void> {
    if (this.beside.has(folder)) return;
    const files = await listFiles(folder).catch(() => undefined);
    const isWhole = files !== undefined && files.length < MOST_FILES;
    this.beside.set(folder, isWhole ? new FichiersPresents(files) : undefined);
  }

  /** False for a file that cannot be read. */
  private async takeIn(file: ListedFile): Promise<boolean> {
    try {
      const opened = { ...file, ...(await file.content()) };
      const { dossier } = analyse({ ...inputOf(opened, this.now), settings: NO_RULE });
      if (dossier) this.index.set(uriOf(file.absolute), summarise(dossier));
      return true;
    } catch (error) {
      if (error instanceof CannotRun) return false;
      throw error;
    }
  }
}

function uriOf(absolute: string): string {
  return pathToFileURL(absolute).href;
}
