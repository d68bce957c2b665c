import { kindsOf, type Kind, type Observed } from './observe';
import { wordsOf } from './words-of-name';

/** One place of a model: a tag, or the items of a list. */
export interface Place {
  /** `/demandes/#/montant`: names from the root, `#` for the items of a list; empty for the root. */
  readonly path: string;
  /** The tag's name; that of its list for an item. */
  readonly name: string;
  /** The name's words, plain and singular. */
  readonly words: readonly string[];
  readonly parent: Place | undefined;
  readonly isItem: boolean;
  readonly observed: Observed;
  /** Undefined where only `null` was seen, or values of several types. */
  readonly kind: Kind | undefined;
}

/** Every place of a model, an outer one before those inside. */
export function placesOf(root: Observed): Place[] {
  const places: Place[] = [];
  visit({ path: '', name: '', parent: undefined, isItem: false, observed: root }, places);
  return places;
}

function visit(here: Omit<Place, 'words' | 'kind'>, places: Place[]): void {
  const kinds = kindsOf(here.observed);
  const kind = kinds.length === 1 ? kinds[0] : undefined;
  const place: Place = { ...here, words: wordsOf(here.name), kind };
  places.push(place);
  // Of several types in one place nothing is said inside either.
  if (kind === 'object') {
    for (const [name, observed] of here.observed.tags) {
      visit({ path: `${here.path}/${name}`, name, parent: place, isItem: false, observed }, places);
    }
  }
  if (kind === 'list' && here.observed.item) {
    const { item: observed } = here.observed;
    visit({ path: `${here.path}/#`, name: here.name, parent: place, isItem: true, observed }, places);
  }
}

/** The places around, innermost first; the item of a list and its list, which share a name, count as one. */
export function* around({ parent, isItem }: Place): Generator<Place> {
  let skip = isItem;
  for (let up = parent; up; up = up.parent) {
    if (!skip) yield up;
    skip = up.isItem;
  }
}

/** True when `inner` stands somewhere in `outer`. */
export function isWithin(inner: Place, outer: Place): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true;
  return false;
}

/** The innermost list around a place: what is said once of each of its items. */
export function listAround(place: Place): Place | undefined {
  for (let up: Place | undefined = place; up; up = up.parent) if (up.isItem) return up;
  return undefined;
}
