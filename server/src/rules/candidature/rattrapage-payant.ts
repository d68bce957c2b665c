import type { JsonNode } from '../../syntax/nodes';
import { removeChild } from '../../syntax/edits';
import { candidatureRule } from '../rule';
import { sameVersion } from './versions';

interface Charged {
  readonly texte: string;
  readonly node: JsonNode;
}

/** V04: catching up is charged for only from a version that was declared obsolete at the referencing. */
export const rattrapagePayant = candidatureRule<Charged>({
  code: 'rattrapage-payant',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['V04'],
  sources: ['S0', 'W14'],
  detect: ({ versionsObsoletes: { declaration, versions, rattrapagesPayants } }) => {
    const declared = versions.elements;
    const isTold = declared.length > 0 || declaration.valeur === 'AUCUNE';
    if (versions.illisible || !isTold) return [];
    return rattrapagesPayants.elements.filter(
      ({ texte }) => texte.trim() !== '' && !declared.some((one) => sameVersion(one.texte, texte)),
    );
  },
  where: ({ node }) => node,
  wording: ({ texte }) => ({ params: { version: texte } }),
  fix: ({ texte, node }, { part }) =>
    node.parent?.kind === 'array'
      ? [{ kind: 'unsafe', edits: [removeChild(part.fragment, node)], params: { version: texte } }]
      : [],
});
