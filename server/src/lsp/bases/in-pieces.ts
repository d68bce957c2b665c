import type { Avancement, Steps } from '../../registry/table/steps';
import { BREATH, nextTurn } from '../breath';

/** Who waits for a long work. */
export interface Listener {
  readonly tell: (where: Avancement) => void;
  /** False once nobody waits any more: the work is dropped. */
  readonly isWanted: () => boolean;
}

/** Runs a work in steps to its end, letting other work pass; undefined when it was dropped. */
export async function inPieces<Result>(
  steps: Steps<Result>,
  { tell, isWanted }: Listener,
): Promise<Result | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < BREATH) continue;
    tell(step.value);
    await nextTurn();
    if (!isWanted()) return undefined;
    since = performance.now();
  }
}
