import { stat } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { ListedFile } from '../surroundings';
import { Helper } from './helper';
import type { ThreadTask } from './thread-protocol';

/** The threads that a check may take beside its own. */
export interface Threads {
  readonly most: number;
  /** Bytes to read that repay the start of one. */
  readonly worth: number;
  readonly start: (task: ThreadTask) => Worker;
}

/** As many helpers as the work repays. */
export async function helpersFor<M>(
  files: readonly ListedFile[],
  threads: Threads,
  task: ThreadTask,
): Promise<readonly Helper<M>[]> {
  const count = await worthwhile(files, threads);
  return Array.from({ length: count }, () => new Helper<M>(threads.start(task)));
}

/** Sizes are asked for until there is work enough for all. */
async function worthwhile(files: readonly ListedFile[], { most, worth }: Threads): Promise<number> {
  if (files.length < 2) return 0;
  let bytes = 0;
  for (const { absolute } of files) {
    if (bytes >= worth * most) break;
    // What cannot be read is told where it is read.
    const size = await stat(absolute).then(
      (found) => found.size,
      () => 0,
    );
    bytes += size;
  }
  return Math.min(most, Math.floor(bytes / worth));
}
