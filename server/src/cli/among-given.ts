import { pathToFileURL } from 'node:url';
import { findingsAmongOthers, withFindings } from '../analysis/among-others';
import { analyse, type Analysis } from '../analysis/analyse';
import { WorkspaceIndex } from '../analysis/workspace-index';
import { summarise } from '../dossier/summary';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { ALL_RULES } from '../rules/all';
import type { RuleSettings } from '../rules/run';
import { CannotRun } from './outcome';
import { inputOf, type Listed, type ListedFile, type OpenedFile } from './session';

const NO_RULE: RuleSettings = Object.fromEntries(ALL_RULES.map(({ code }) => [code, 'off']));

/** The files given to a command, each as a summary: what they say of each other costs no more memory than that. */
export class AmongGiven {
  private readonly index = new WorkspaceIndex();

  private constructor(private readonly now: EpochMinutes) {}

  /** Reads the files once, without checking them; one alone has no others. Those that cannot be read are told later. */
  static async of({ files, folders }: Listed, now: EpochMinutes): Promise<AmongGiven> {
    const among = new AmongGiven(now);
    let isWhole = true;
    if (files.length > 1) for (const file of files) isWhole = (await among.takeIn(file)) && isWhole;
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
    const found = findingsAmongOthers({ uri, summary, neighbours: this.index, dossier }, {}, circumstances);
    return withFindings(analysis, found);
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
