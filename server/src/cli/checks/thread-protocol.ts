import type { Langue, Message } from '../../messages/catalogue';
import type { EpochMinutes } from '../../regulation/paris-time';
import type { CheckFormat } from '../report/reporters';
import type { Looks } from '../told/text-at-hand';
import type { Look } from './look';

/** What a thread is told when it starts: what concerns each file it reads around the files itself. */
export interface ThreadTask {
  readonly report: CheckFormat;
  readonly looks: Looks;
  readonly langue: Langue;
  readonly now: EpochMinutes;
  readonly base: string | undefined;
}

/** A file to look at. */
export interface ThreadQuestion {
  readonly path: string;
  readonly absolute: string;
}

/** What was seen of it, or why nothing can be said of any file. Answers come in the order of the questions. */
export type ThreadAnswer<M> =
  { readonly kind: 'vu'; readonly look: Look<M> } | { readonly kind: 'refus'; readonly reason: Message };
