import { valuesOf, type Part } from '../dossier/part';
import type { MatchedValue } from '../formats/match';
import type { Role } from '../formats/roles';
import { replaceNode, type Edit } from '../syntax/edits';
import type { JsonNode } from '../syntax/nodes';

/**
 * A value that a person reads as a text: a string, a number as written, a word that lacks its quotes. Read through what
 * another rule mends, so that its mending uncovers nothing new.
 */
export interface WrittenText {
  readonly node: JsonNode;
  readonly text: string;
}

/** The same with what the model says of it. */
export type TextValue = MatchedValue & WrittenText;

/** The texts of these roles; what is empty, or no text at all, is left to other rules. */
export function textsOf(part: Part, ...roles: readonly Role[]): readonly TextValue[] {
  const values = valuesOf(part, ...roles);
  // Most are texts: nothing is copied then.
  return values.every(isWritten) ? values : values.filter(isWritten);
}

function isWritten(value: MatchedValue): value is TextValue {
  return value.text !== undefined;
}

/** Writes another text, as a JSON string, in the place of a value. */
export function rewrite({ node }: WrittenText, text: string): Edit {
  return replaceNode(node, JSON.stringify(text));
}
