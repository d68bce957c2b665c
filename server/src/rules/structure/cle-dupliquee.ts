import type { DeviationOf } from '../../formats/deviations';
import type { Tag } from '../../formats/shape';
import { removeChild } from '../../syntax/edits';
import type { Fragment, PropertyNode } from '../../syntax/nodes';
import { propertyNamed } from '../../syntax/walk';
import { deviationsOf } from '../deviations-of';
import { partRule, type RuleFix } from '../rule';

/** J11: of two keys of one name, a reader keeps one and drops the other without a word. */
export const cleDupliquee = partRule<DeviationOf<'doublon'>>({
  code: 'cle-dupliquee',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J11'],
  sources: ['S2'],
  alsoBuiltinJson: true,
  detect: (part) => deviationsOf(part, 'doublon'),
  where: ({ second }) => second.key,
  wording: ({ first, second }) =>
    first.key.name === second.key.name
      ? { params: { balise: second.key.name } }
      : { suffix: 'graphies', params: { balise: first.key.name, autre: second.key.name } },
  fix: ({ first, second, tag }, { fragment }) => {
    const remove = (kind: RuleFix['kind'], suffix: string, property: PropertyNode): RuleFix => ({
      kind,
      suffix,
      edits: [removeChild(fragment, property)],
      params: { balise: property.key.name },
    });
    if (valueText(fragment, first) === valueText(fragment, second)) {
      return [remove('safe', 'repetition', second)];
    }
    const premiere = remove('unsafe', 'premiere', second);
    return mayReplace(first, second, tag) ? [premiere, remove('unsafe', 'derniere', first)] : [premiere];
  },
});

/** The last value may be kept where it says as much as the first. Another SONS would make it another file. */
function mayReplace(
  { value: first }: PropertyNode,
  { value: second }: PropertyNode,
  tag: Tag | undefined,
): boolean {
  if (tag?.shape.role === 'sons') return false;
  if (first?.kind === 'object' && second?.kind === 'object') {
    return first.properties.every(({ key }) => propertyNamed(second, key.name));
  }
  return first?.kind === 'null' || first?.kind === second?.kind;
}

/** The value as written, blanks between its tokens left out. */
function valueText({ text }: Fragment, { value }: PropertyNode): string | undefined {
  if (!value) return undefined;
  const lines = text.slice(value.start, value.end).split('\n');
  return lines.map((line) => line.trim()).join('');
}
