import { createHash } from 'node:crypto';
import { analyse } from '../../analysis/analyse';
import type { Memo } from '../../analysis/memo';
import { summarise, type FileSummary } from '../../dossier/summary';
import type { Message } from '../../messages/catalogue';
import type { EpochMinutes } from '../../regulation/paris-time';
import { CannotRun } from '../outcome';
import type { More } from '../report/reporter';
import { inputOf } from '../session';
import type { ListedFile } from '../surroundings';
import type { Source } from '../source';
import { tellChecked, tellUnchecked } from '../told/tell-file';
import type { Looks } from '../told/text-at-hand';
import type { ToldFile, Unchecked } from '../told/told-file';

/** What was read of each file by an earlier check, by its path: requests that did not change are not checked again. */
export type Memos = Map<string, Memo>;

/** One file, read and checked for itself: plain data, all that is kept of it until the other files are known. */
export type Look<M> =
  | { readonly kind: 'illisible'; readonly reason: Message }
  | { readonly kind: 'autre'; readonly told: Unchecked }
  | {
      readonly kind: 'verifie';
      readonly told: ToldFile<M>;
      readonly summary: FileSummary;
      /** Of its bytes. */
      readonly digest: string;
    };

/** What files are looked at with. */
export interface Eye<M> {
  readonly looks: Looks;
  readonly more: More<M>;
  readonly now: EpochMinutes;
  /** For a command that goes on. */
  readonly memos?: Memos | undefined;
}

/** Reads a file and checks it for itself. */
export async function lookAt<M>(file: ListedFile, eye: Eye<M>): Promise<Look<M>> {
  try {
    return lookAtSource(file, await file.content(), eye);
  } catch (error) {
    if (error instanceof CannotRun) return { kind: 'illisible', reason: error.reason };
    throw error;
  }
}

function lookAtSource<M>(file: ListedFile, source: Source, eye: Eye<M>): Look<M> {
  const { now, memos } = eye;
  const analysis = analyse(inputOf({ ...file, ...source }, now), memos?.get(file.absolute));
  memos?.set(file.absolute, analysis.memo);
  const { dossier, recognition } = analysis;
  if (!dossier) return { kind: 'autre', told: tellUnchecked(file.path, recognition) };
  const told = tellChecked(file.path, analysis, dossier, eye);
  return { kind: 'verifie', told, summary: summarise(dossier), digest: digestOf(source) };
}

/** Tells one state of a file from another. */
export function digestOf({ bytes }: Source): string {
  return createHash('sha1').update(bytes).digest('base64');
}
