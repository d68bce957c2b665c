import type { Format } from '../formats/format';
import { matchFragment, type Match, type MatchedValue } from '../formats/match';
import type { Role } from '../formats/roles';
import type { Shape } from '../formats/shape';
import { isNullText, meaningOf } from '../formats/words';
import { unquoteWord } from '../syntax/runs';
import type { Fragment, JsonNode } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';

/** A text held against its format: the envelope of a file, one of its requests, or a manifest. What rules read. */
export interface Part {
  readonly kind: 'enveloppe' | 'demande' | 'candidature';
  readonly format: Format;
  readonly fragment: Fragment;
  readonly match: Match;
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
  return { kind, format, fragment, match: matchFragment(fragment, shape) };
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

/**
 * What a person reads there: a text, with or without its quotes, or a number as written; undefined for the rest,
 * for blank texts and for words that stand for `null`, `true` or `false`.
 */
export function textOf(node: JsonNode | undefined): string | undefined {
  switch (node?.kind) {
    case 'number':
      return node.raw;
    case 'string':
      return node.value.trim() === '' || isNullText(node.value) ? undefined : node.value;
    case 'invalid': {
      const meaning = meaningOf(node.raw, unquoteWord(node.raw));
      return meaning.kind === 'texte' && meaning.text.trim() !== '' ? meaning.text : undefined;
    }
    default:
      return undefined;
  }
}
