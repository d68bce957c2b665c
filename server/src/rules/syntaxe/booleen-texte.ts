import type { JsonNode } from '../../syntax/nodes';
import { replaceNode } from '../../syntax/edits';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { booleanMeant } from '../wrong-type';

interface BooleanInText {
  readonly node: JsonNode;
  readonly value: boolean;
}

/** J03: a boolean is `true` or `false`, without quotes: neither `"vrai"`, nor `"true"`, nor `1`. */
export const booleenTexte = partRule<BooleanInText>({
  code: 'booleen-texte',
  famille: 'syntaxe',
  severity: 'error',
  inventaire: ['J03'],
  sources: ['S2'],
  detect: (part) =>
    deviationsOf(part, 'type').flatMap((deviation) => {
      const value = booleanMeant(deviation);
      return value === undefined ? [] : [{ node: deviation.node, value }];
    }),
  where: ({ node }) => node,
  wording: ({ node, value }) => ({
    suffix: node.kind === 'number' ? 'nombre' : 'texte',
    params: { valeur: String(value) },
  }),
  fix: ({ node, value }) => [
    { kind: 'safe', edits: [replaceNode(node, String(value))], params: { valeur: String(value) } },
  ],
});
