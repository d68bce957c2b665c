import type { Part } from '../../dossier/part';
import { unusedValue } from '../../formats/shape';
import type { ObjectNode, SyntaxProblem } from '../../syntax/nodes';
import type { RuleFix } from '../rule';

/** `"cle":` with nothing behind: the model's "not concerned", as a guess. */
export function missingValue({ kind: suffix, start, end, at = end }: SyntaxProblem, part: Part): RuleFix[] {
  const value = valueFor(part, start);
  if (value === undefined) return [];
  const text = at === end ? `: ${value}` : ` ${value}`;
  return [{ kind: 'unsafe', suffix, edits: [{ start: at, end: at, text }], params: { valeur: value } }];
}

function valueFor({ match }: Part, keyStart: number): string | undefined {
  for (const { node, shape } of match.values) {
    const property = node.kind === 'object' ? propertyAt(node, keyStart) : undefined;
    if (!property || shape.kind !== 'object') continue;
    const tag = shape.byName.get(property.key.name);
    return tag && unusedValue(tag.shape);
  }
  return 'null';
}

function propertyAt(
  { properties }: ObjectNode,
  keyStart: number,
): ObjectNode['properties'][number] | undefined {
  return properties.find(({ key }) => key.start === keyStart);
}
