import type { Role } from '../roles';
import { SIGNS_OF_A_REQUEST } from './clues';
import { byScore, clearBest, type Guess, type Reason } from './guess';
import { isWithin, type Place } from './place';

const SURE = 0.9;
const MONEY: readonly Role[] = ['montant-ht', 'taux-tva', 'montant-ttc'];
const INVOICED: readonly Role[] = ['facture-ht', 'facture-taux-tva', 'facture-ttc'];

/** Blocks that are told by what stands directly in them: the order's amounts, the two kinds of beneficiary. */
export function blockGuesses(guesses: readonly Guess[]): Guess[] {
  const inside = new Map<Place, Guess[]>();
  for (const guess of guesses) {
    const { parent } = guess.place;
    if (!parent?.parent || parent.isItem) continue;
    inside.set(parent, [...(inside.get(parent) ?? []), guess]);
  }
  return [...inside].flatMap(([place, held]) => {
    const holds = (role: Role): boolean => held.some((guess) => guess.role === role);
    if (MONEY.filter(holds).length >= 2) return [told(place, 'prestation', held, MONEY)];
    if (INVOICED.filter(holds).length >= 2) return [told(place, 'facture', held, INVOICED)];
    if (!holds('liberal') || !holds('structure')) return [];
    return [told(place, 'beneficiaires', held, ['liberal', 'structure'])];
  });
}

function told(place: Place, role: Role, held: readonly Guess[], by: readonly Role[]): Guess {
  const names = held.filter((guess) => by.includes(guess.role)).map((guess) => guess.place.name);
  return { place, role, score: SURE, reasons: [holding(names)] };
}

/**
 * Where the requests stand: a list of objects that say what a request says, or the root when it says so itself.
 * Only lists that are reached through objects count: the others stand inside something that is itself repeated.
 */
export function requestGuesses(root: Place, places: readonly Place[], guesses: readonly Guess[]): Guess[] {
  const lists = places.filter((place) => place.kind === 'list' && !isRepeated(place));
  const candidates = lists.flatMap((place) => {
    const named = guesses.find((guess) => guess.place === place && guess.role === 'demandes');
    const within = guesses.filter((guess) => isWithin(guess.place, place));
    const signs = signsIn(within);
    const { item } = place.observed;
    if (item?.objects === 0 && item.nulls < item.seen) return [];
    if (signs.length < 2) return named ? [named] : [];
    const reasons = [holding(signs), ...(named?.reasons ?? [])];
    const score = SURE + (named ? 0.06 : 0) + (signs.length - SIGNS_OF_A_REQUEST.length) * 0.06;
    return [{ place, role: 'demandes' as const, score, reasons }];
  });
  const list = clearBest(candidates) ?? outermost(candidates);
  if (list) return [list, { ...list, place: root, role: 'depot' }];
  const signs = signsIn(guesses);
  return signs.length < 2 ? [] : [{ place: root, role: 'demande', score: SURE, reasons: [holding(signs)] }];
}

/** One that holds all the others: they are lists of the request. */
function outermost(candidates: readonly Guess[]): Guess | undefined {
  return byScore(candidates).find((outer) =>
    candidates.every((other) => other === outer || isWithin(other.place, outer.place)),
  );
}

function isRepeated(place: Place): boolean {
  for (let up = place.parent; up; up = up.parent) if (up.isItem) return true;
  return false;
}

/** For each sign, the tag that shows it. */
function signsIn(guesses: readonly Guess[]): string[] {
  return SIGNS_OF_A_REQUEST.flatMap((roles) => {
    const shown = guesses.find((guess) => roles.includes(guess.role));
    return shown ? [shown.place.name] : [];
  });
}

function holding(names: readonly string[]): Reason {
  return { key: 'modele.raison.contenu', params: { balises: names.join(', ') } };
}
