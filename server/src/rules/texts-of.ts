import { textOf, valuesOf, type Part } from '../dossier/part';
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

/** The texts of these roles; what is empty, or no text at all, is left to other rules. */
export function textsOf(part: Part, ...roles: readonly Role[]): WrittenText[] {
  const texts: WrittenText[] = [];
  for (const { node } of valuesOf(part, ...roles)) {
    const text = textOf(node);
    if (text !== undefined) texts.push({ node, text });
  }
  return texts;
}

/** Writes another text, as a JSON string, in the place of a value. */
export function rewrite({ node }: WrittenText, text: string): Edit {
  return replaceNode(node, JSON.stringify(text));
}
