import type { MatchedValue } from '../../formats/match';
import { readLiteral } from '../syntaxe/read-literal';
import { decimalComma, numberInText } from './read-number';

/**
 * The number that stands there as a JSON number, its own digits kept: read through the comma, the quotes or the unit
 * that another rule mends, so that its mending uncovers nothing new. May be a text that is no number at all.
 */
export function numberMeant({ node, shape }: MatchedValue): string | undefined {
  switch (node.kind) {
    case 'number':
      return node.raw;
    case 'string':
      return decimalComma(node.value) ?? numberInText(node.value);
    case 'invalid':
      return decimalComma(node.raw) ?? readLiteral({ kind: 'litteral', node, shape })?.value;
    default:
      return undefined;
  }
}
