import type { NearTag } from '../../formats/near-tag';
import { replaceNode } from '../../syntax/edits';
import type { PropertyNode } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';

interface Misspelt {
  readonly property: PropertyNode;
  readonly near: NearTag;
}

/** J04: names are copied to the letter, plural "s" included. */
export const baliseInconnue = partRule<Misspelt>({
  code: 'balise-inconnue',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J04'],
  sources: ['S2'],
  // Letters lost to a wrong encoding have a rule of their own.
  detect: (part) =>
    deviationsOf(part, 'inconnu').flatMap(({ property, near }) =>
      near && near.slip !== 'encodage' ? [{ property, near }] : [],
    ),
  where: ({ property }) => property.key,
  wording: ({ property, near }) => ({
    suffix: near.slip,
    params: { ecrit: property.key.name, balise: near.name },
  }),
  fix: ({ property, near }) => [
    {
      kind: near.slip === 'lettre' ? 'unsafe' : 'safe',
      edits: sameNames(property).map(({ key }) => replaceNode(key, JSON.stringify(near.name))),
      params: { balise: near.name },
    },
  ],
});

/** The key, and its repetitions in the same block: they stay repetitions. */
function sameNames(property: PropertyNode): readonly PropertyNode[] {
  const siblings = property.parent?.properties ?? [property];
  return siblings.filter(({ key }) => key.name === property.key.name);
}
