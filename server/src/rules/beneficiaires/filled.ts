import { isNullText, isNullWord } from '../../formats/words';
import type { JsonNode } from '../../syntax/nodes';

/**
 * Whether a block holds something: an absent one, `null` however spelt, and a skeleton of unused tags do not.
 * Undefined for what is no block at all, of which nothing can be said.
 */
export function isFilled(block: JsonNode | undefined): boolean | undefined {
  if (block !== undefined && block.kind !== 'object' && holdsData(block)) return undefined;
  return holdsData(block);
}

function holdsData(node: JsonNode | undefined): boolean {
  switch (node?.kind) {
    case undefined:
    case 'null':
      return false;
    case 'object':
      return node.properties.some(({ value }) => holdsData(value));
    case 'array':
      return node.items.some(holdsData);
    case 'string':
      return node.value.trim() !== '' && !isNullText(node.value);
    case 'invalid':
      return !isNullWord(node.raw);
    default:
      return true;
  }
}
