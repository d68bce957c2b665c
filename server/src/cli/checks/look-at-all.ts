import type { ListedFile } from '../surroundings';
import type { Helper } from './helper';
import { lookAt, type Eye, type Look } from './look';
import type { Progress } from './progress';

/** Files that a helper is asked about ahead, so that it never waits for this thread. */
const AHEAD = 2;

type Looker<M> = (file: ListedFile) => Promise<Look<M>>;

/**
 * Looks at files, each once, in this thread and with these helpers, which are then let go; gives what was seen in the
 * order of the files.
 */
export async function lookAtAll<M>(
  files: readonly ListedFile[],
  eye: Eye<M>,
  helpers: readonly Helper<M>[],
  progress: Progress,
): Promise<readonly Look<M>[]> {
  const looks: Look<M>[] = [];
  const queue = files.entries();
  // Where one fails, nothing will be told of the others.
  let failed = false;
  const work = async (look: Looker<M>): Promise<void> => {
    try {
      for (const [rank, file] of queue) {
        if (failed) return;
        looks[rank] = await look(file);
        progress.step();
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const here: Looker<M> =
    files.length > 1 ? async (file) => detached(await lookAt(file, eye)) : (file) => lookAt(file, eye);
  const there = helpers.flatMap((helper) => Array.from({ length: AHEAD }, () => helper.look.bind(helper)));
  try {
    await Promise.all([here, ...there].map(work));
  } finally {
    progress.end();
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
  return looks;
}

/** Plain data of its own: what is cut from a text keeps the whole of it, and so would each file. */
function detached<M>(look: Look<M>): Look<M> {
  return structuredClone(look);
}
