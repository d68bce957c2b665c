import { randomOf, type RandomNumbers } from '../support/random.mjs';
import { smallest, type Case } from './smallest';

/** Something to throw at, by what is thrown at it. */
export interface Target {
  readonly name: string;
  /** Of the time, where another target has one. */
  readonly share: number;
  /** Plays the case of that number: how many steps it had. Throws a {@link Found} when something is wrong. */
  readonly play: (number: number) => number | Promise<number>;
}

interface Means<One extends Case> {
  /** A case: the same for the same numbers. */
  readonly make: (random: RandomNumbers) => One;
  /** Throws when something is wrong. */
  readonly check: (one: One) => void | Promise<void>;
  /** One by default. */
  readonly share?: number;
  /** One by default: a text that is gone through to its end, whatever is asked about it. */
  readonly steps?: (one: One) => number;
}

/** What went wrong, and the smallest case that was found for it. */
export class Found extends Error {}

export function target<One extends Case>(
  name: string,
  { make, check, share = 1, steps = () => 1 }: Means<One>,
): Target {
  const told = async (one: One, thrown: unknown): Promise<Found> => {
    const least = await smallest(one, async (shorter) => (await failure(check, shorter)) !== undefined);
    const why = (await failure(check, least)) ?? thrown;
    return new Found(`${JSON.stringify(least)}\n${why instanceof Error ? why.stack : String(why)}`);
  };
  return {
    name,
    share,
    play: (number) => {
      const one = make(randomOf(number));
      let checking: void | Promise<void>;
      try {
        checking = check(one);
      } catch (thrown) {
        return told(one, thrown).then((found) => Promise.reject(found));
      }
      if (!checking) return steps(one);
      return checking.then(
        () => steps(one),
        async (thrown: unknown) => Promise.reject(await told(one, thrown)),
      );
    },
  };
}

async function failure<One>(check: (one: One) => void | Promise<void>, one: One): Promise<unknown> {
  try {
    await check(one);
    return undefined;
  } catch (thrown) {
    return thrown ?? new Error('nothing was thrown');
  }
}
