import type { Circumstances } from '../rules/circumstances';
import type { RuleSettings } from '../rules/run';
import type { CheckedRequest, Shelf } from './checked-request';
import type { CutFile } from './cut-file';

/** The requests of one version of a file, checked. */
export interface CheckedRequests {
  readonly requests: readonly CheckedRequest[];
  readonly shelf: Shelf;
  /** The same for the versions of one file that follow one another. */
  readonly lineage: object;
  /** Findings of all requests together. */
  readonly count: number;
}

/** What an earlier run leaves to the next one, for one set of settings and one day. */
export interface Memo extends CheckedRequests {
  readonly file: CutFile;
  readonly settings: RuleSettings;
  readonly circumstances: Circumstances;
}
