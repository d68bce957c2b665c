import type { Role } from '../roles';
import { ITEM_ROLES, ONCE_A_REQUEST } from './clues';
import { clearBest, confidenceOf, type Guess } from './guess';
import { guessesOf } from './guess-by-clues';
import { listAround, type Place } from './place';
import { blockGuesses, requestGuesses } from './structural';

/** Roles that names and values speak for, and places that they do not settle. */
export interface Inferred {
  /** One a place at most, outer places first. */
  readonly guesses: readonly Guess[];
  /** Where several roles are even, or where a role would stand twice: none is taken. */
  readonly ambiguous: readonly Ambiguity[];
}

export interface Ambiguity {
  readonly place: Place;
  readonly roles: readonly Role[];
}

/** Finds what tags probably mean. Nothing is guessed where two readings are even. */
export function inferRoles(places: readonly Place[]): Inferred {
  const inference = new Inference(places);
  return { guesses: inference.inOrder(), ambiguous: inference.ambiguous };
}

class Inference {
  readonly ambiguous: Ambiguity[] = [];
  private readonly chosen = new Map<Place, Guess>();

  constructor(private readonly places: readonly Place[]) {
    for (const place of places) this.chooseAt(place);
    this.onceIn((place) => place.parent, undefined);
    for (const guess of blockGuesses(this.inOrder())) this.chosen.set(guess.place, guess);
    this.onceIn(listAround, ONCE_A_REQUEST);
    this.placeRequests();
    this.items();
  }

  inOrder(): Guess[] {
    return this.places.flatMap((place) => this.chosen.get(place) ?? []);
  }

  private chooseAt(place: Place): void {
    // What the items of a list are, the list says.
    if (place.isItem && place.kind === 'object') return;
    const guesses = guessesOf(place);
    const best = clearBest(guesses);
    if (best) this.chosen.set(place, best);
    else if (guesses.length > 0) this.ambiguous.push({ place, roles: guesses.map(({ role }) => role) });
  }

  /** Of one role twice in one scope, the clearly better is kept, or none. */
  private onceIn(scopeOf: (place: Place) => Place | undefined, roles: readonly Role[] | undefined): void {
    const groups = new Map<string, Guess[]>();
    for (const guess of this.inOrder()) {
      const { place, role } = guess;
      if (roles && !roles.includes(role)) continue;
      const scope = `${role} ${scopeOf(place)?.path ?? ''}`;
      const same = groups.get(scope);
      if (same) same.push(guess);
      else groups.set(scope, [guess]);
    }
    for (const same of groups.values()) {
      const best = clearBest(same);
      for (const { place, role } of same.filter((guess) => guess !== best)) {
        this.chosen.delete(place);
        this.ambiguous.push({ place, roles: [role] });
      }
    }
  }

  /** The list of requests holds them; a list that is only called so does not stand beside it. */
  private placeRequests(): void {
    const [root] = this.places;
    if (!root) return;
    const found = requestGuesses(root, this.places, this.inOrder());
    for (const [place, { role }] of this.chosen) {
      if (role === 'demandes' && !found.some((guess) => guess.place === place)) this.chosen.delete(place);
    }
    for (const guess of found) this.chosen.set(guess.place, guess);
  }

  private items(): void {
    for (const place of this.places) {
      const list = place.isItem && place.parent ? this.chosen.get(place.parent) : undefined;
      const role = list && ITEM_ROLES[list.role];
      if (!list || role === undefined) continue;
      this.chosen.set(place, { ...list, place, role });
    }
  }
}

/** Taken without a person's word. */
export function isTaken(guess: Guess): boolean {
  return confidenceOf(guess) !== 'faible';
}
