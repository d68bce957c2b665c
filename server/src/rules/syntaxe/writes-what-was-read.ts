import type { Part } from '../../dossier/part';
import { isNoWorse, reread } from '../../dossier/reread';
import type { Edit } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';

/**
 * True when edits write down what the reader made of a malformed text: it then reads the same data in it, with
 * fewer problems. Several slips in one place can turn a good guess into a bad one: such a fix is not offered.
 */
export function writesWhatWasRead(part: Part, edits: readonly Edit[]): boolean {
  const after = reread(part, edits);
  if (!after || after.fragment.problems.length >= part.fragment.problems.length) return false;
  return isNoWorse(part, after) && sameData(part.fragment.root, after.fragment.root);
}

/** Whether two trees hold the same; a missing value may have become "not concerned". */
function sameData(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  if (!a || !b) return a === b || b?.kind === 'null' || (b?.kind === 'array' && b.items.length === 0);
  if (a.kind === 'array' && b.kind === 'array') {
    return a.items.length === b.items.length && a.items.every((item, i) => sameData(item, b.items[i]));
  }
  if (a.kind === 'object' && b.kind === 'object') {
    return (
      a.properties.length === b.properties.length &&
      a.properties.every(({ key, value }, i) => {
        const other = b.properties[i];
        return other?.key.name === key.name && sameData(value, other.value);
      })
    );
  }
  return a.kind === b.kind && scalarOf(a) === scalarOf(b);
}

function scalarOf(node: JsonNode): unknown {
  if (node.kind === 'invalid' || node.kind === 'number') return node.raw;
  if (node.kind === 'hole') return node.end - node.start;
  return 'value' in node ? node.value : undefined;
}
