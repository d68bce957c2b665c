import type { Message } from '../../messages/catalogue';
import type { Role } from '../roles';
import type { Place } from './place';

/** What a tag probably means, how sure that is, and why. */
export interface Guess {
  readonly place: Place;
  readonly role: Role;
  /** From 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A sentence on why a role was thought of. */
export type Reason = Message;

export type Confidence = 'haute' | 'moyenne' | 'faible';

const HIGH = 0.75;
const ENOUGH = 0.55;

/** Only what is at least `moyenne` is taken without being asked for. */
export function confidenceOf({ score }: Pick<Guess, 'score'>): Confidence {
  if (score >= HIGH) return 'haute';
  return score >= ENOUGH ? 'moyenne' : 'faible';
}

/** Two scores nearer than this tell nothing. */
const EVEN = 0.05;

/** Best first. */
export function byScore(guesses: readonly Guess[]): Guess[] {
  return [...guesses].sort((a, b) => b.score - a.score);
}

/** The best of several that exclude each other; undefined when none is clearly ahead. */
export function clearBest(guesses: readonly Guess[]): Guess | undefined {
  const [best, next] = byScore(guesses);
  return best && next && best.score - next.score < EVEN ? undefined : best;
}
