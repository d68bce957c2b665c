import type { DeviationOf } from '../../formats/deviations';
import { nearValue } from '../../formats/near-value';
import { replaceNode } from '../../syntax/edits';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';

/** J08: a tag with a closed list of values holds one of them, to the letter. */
export const valeurHorsListe = partRule<DeviationOf<'hors-liste'>>({
  code: 'valeur-hors-liste',
  famille: 'structure',
  severity: 'error',
  inventaire: ['J08'],
  sources: ['S2'],
  detect: (part) => deviationsOf(part, 'hors-liste'),
  where: ({ node }) => node,
  wording: ({ node, shape: { values = [] } }) => ({
    suffix: values.length === 1 ? 'seule' : 'liste',
    params: { ecrit: node.value, valeurs: values.map((value) => `« ${value} »`).join(', ') },
  }),
  fix: ({ node, shape: { values = [] } }) => {
    const near = nearValue(values, node.value);
    if (!near) return [];
    const kind = near.slip === 'graphie' ? 'safe' : 'unsafe';
    return [{ kind, edits: [replaceNode(node, JSON.stringify(near.value))], params: { valeur: near.value } }];
  },
});
