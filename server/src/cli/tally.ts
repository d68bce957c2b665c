import type { Recognition } from '../formats/recognise';
import type { Severity } from '../rules/finding';
import type { ExaminedFile } from './examined';

/** A file that was not checked, and the reason. */
export interface Unchecked {
  readonly path: string;
  readonly why: Exclude<Recognition['kind'], 'format'>;
}

/** What a run adds up to. */
export class Tally {
  files = 0;
  demandes = 0;
  ko = 0;
  errorsOutside = 0;
  fixable = 0;
  /** Findings that the team accepts, with a reason. */
  accepted = 0;
  /** In the order in which they are told. */
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly unchecked: Unchecked[] = [];
  /** JSON files met on the way through folders, that are nobody's requests. */
  others = 0;

  /** `named`: the user asked for this very file. */
  add({ path, analysis, findings, verdict }: ExaminedFile, named: boolean): void {
    const { kind } = analysis.recognition;
    if (kind !== 'format') {
      if (kind === 'autre' && !named) this.others++;
      else this.unchecked.push({ path, why: kind });
      return;
    }
    this.files++;
    this.demandes += verdict.demandes;
    this.ko += verdict.ko.length;
    this.errorsOutside += verdict.errorsOutside;
    this.accepted += analysis.accepted.length;
    for (const { located, fixable } of findings) {
      this.findings[located.finding.severity]++;
      if (fixable === 'safe') this.fixable++;
    }
  }
}
