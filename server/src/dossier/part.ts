import type { Format } from '../formats/format';
import { matchFragment, type Match, type MatchedValue } from '../formats/match';
import type { Role } from '../formats/roles';
import type { Shape } from '../formats/shape';
import type { Fragment, JsonNode } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';

/** A text held against its format: the envelope of a file, or one of its requests. What rules read. */
export interface Part {
  readonly kind: 'enveloppe' | 'demande';
  readonly format: Format;
  readonly fragment: Fragment;
  readonly match: Match;
}

/** Reads one request from its own text; offsets count from the request's first character. */
export function readDemande(text: string, format: Format): Part {
  return partOf('demande', parseJson(text), format.request, format);
}

/** Holds an envelope, whose requests are holes, against its format. */
export function readEnveloppe(fragment: Fragment, format: Format): Part {
  return partOf('enveloppe', fragment, format.root, format);
}

function partOf(kind: Part['kind'], fragment: Fragment, shape: Shape, format: Format): Part {
  return { kind, format, fragment, match: matchFragment(fragment, shape) };
}

/** Values of one of these roles, in the text's order within each role. */
export function valuesOf(part: Part, ...roles: readonly Role[]): readonly MatchedValue[] {
  return roles.flatMap((role) => part.match.byRole.get(role) ?? []);
}

export function firstOf(part: Part, role: Role): MatchedValue | undefined {
  return part.match.byRole.get(role)?.[0];
}

/** What a person reads there: a text, or a number as written; undefined for the rest and for blank texts. */
export function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.kind === 'number') return node.raw;
  return node?.kind === 'string' && node.value.trim() !== '' ? node.value : undefined;
}
