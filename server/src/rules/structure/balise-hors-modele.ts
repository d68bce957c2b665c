import { removeChild } from '../../syntax/edits';
import type { PropertyNode } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';

/** J04: a tag that no name of the model resembles. Our models are partly rebuilt: a person has to say. */
export const baliseHorsModele = partRule<PropertyNode>({
  code: 'balise-hors-modele',
  famille: 'structure',
  severity: 'warning',
  inventaire: ['J04'],
  sources: ['S2'],
  // A key without a value is still being written, or has a finding of its own.
  detect: (part) =>
    deviationsOf(part, 'inconnu').flatMap(({ property, near }) =>
      near || !property.value ? [] : [property],
    ),
  where: ({ key }) => key,
  wording: ({ key }) => ({ params: { balise: key.name } }),
  fix: (property, { fragment }) => {
    // Alone, it would leave an empty block; in a malformed text, it may stand there by another slip.
    if (property.parent?.properties.length === 1 || fragment.problems.length > 0) return [];
    const edits = [removeChild(fragment, property)];
    return [{ kind: 'unsafe', edits, params: { balise: property.key.name } }];
  },
});
