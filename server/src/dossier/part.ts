import type { Format } from '../formats/format';
import { matchFragment, type Match, type MatchedValue } from '../formats/match';
import type { Role } from '../formats/roles';
import type { Shape } from '../formats/shape';
import type { Fragment } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';

export { textOf } from '../formats/text-of';

/** A text held against its format: the envelope of a file, one of its requests, or a manifest. What rules read. */
export interface Part {
  readonly kind: 'enveloppe' | 'demande' | 'candidature';
  readonly format: Format;
  readonly fragment: Fragment;
  readonly match: Match;
  /** What was read of it for several rules, each thing at its own rank: see `perPart`. */
  readonly notes: unknown[];
}

/** Reads one request from its own text, `most` values at most; offsets count from the request's first character. */
export function readDemande(text: string, format: Format, most?: number): Part {
  return partOf('demande', parseJson(text, most === undefined ? {} : { most }), format.request, format);
}

/** Holds an envelope, whose requests are holes, or a whole manifest against its format. */
export function readEnveloppe(fragment: Fragment, format: Format): Part {
  return partOf(format.etape === 'candidature' ? 'candidature' : 'enveloppe', fragment, format.root, format);
}

function partOf(kind: Part['kind'], fragment: Fragment, shape: Shape, format: Format): Part {
  return { kind, format, fragment, match: matchFragment(fragment, shape), notes: [] };
}

/** Values of one of these roles, in the text's order within each role. */
export function valuesOf(part: Part, ...roles: readonly Role[]): readonly MatchedValue[] {
  const { byRole } = part.match;
  let all: readonly MatchedValue[] = NO_VALUES;
  // Most requests hold none of most roles: nothing is copied then, nor where one role alone has values.
  for (const role of roles) {
    const values = byRole.get(role);
    if (values) all = all === NO_VALUES ? values : [...all, ...values];
  }
  return all;
}

const NO_VALUES: readonly MatchedValue[] = [];

export function firstOf(part: Part, role: Role): MatchedValue | undefined {
  return part.match.byRole.get(role)?.[0];
}
