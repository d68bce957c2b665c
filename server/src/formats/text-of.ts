import { unquoteWord } from '../syntax/runs';
import type { JsonNode } from '../syntax/nodes';
import { isNullText, meaningOf } from './words';

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
