import { verdictOf } from '../analysis/verdict';
import type { Severity } from '../rules/finding';
import type { ToldFile, Unchecked } from './told/told-file';

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
  add<M>(file: ToldFile<M> | Unchecked, named: boolean): void {
    if (file.kind !== 'format') {
      if (file.kind === 'autre' && !named) this.others++;
      else this.unchecked.push(file);
      return;
    }
    const { findings, accepted } = file;
    const verdict = verdictOf({ dossier: file, findings });
    this.files++;
    this.demandes += verdict.demandes;
    this.ko += verdict.ko.length;
    this.errorsOutside += verdict.errorsOutside;
    this.accepted += accepted.length;
    for (const { finding, fixable } of findings) {
      this.findings[finding.severity]++;
      if (fixable === 'safe') this.fixable++;
    }
  }
}
