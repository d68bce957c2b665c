import { valuesOf, type Part } from '../../dossier/part';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode, Span } from '../../syntax/nodes';
import { partRule, type RuleFix } from '../rule';
import { visibleSpan } from '../visible-span';

/** The two answers, to the letter. What each stands for, our sources do not say. */
const CAS = ['Cas 1', 'Cas 2'];

interface Wrong {
  readonly place: Span;
  /** Undefined for a tag that is not there. */
  readonly node: JsonNode | undefined;
  readonly ecrit: string | undefined;
}

/**
 * J13: a solde of MS1 or MS2 carries the indicator "Déploiement MSS", `Cas 1` or `Cas 2`. No model of ours has its tag:
 * the rule speaks for models that were learnt and give it this role.
 */
export const indicateurMss = partRule<Wrong>({
  code: 'indicateur-mss',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J13'],
  sources: ['W4a'],
  detect: wrongIn,
  where: ({ place }) => place,
  wording: ({ ecrit }) =>
    ecrit === undefined ? { suffix: 'absent' } : { suffix: 'autre', params: { ecrit } },
  fix: ({ node, ecrit }): RuleFix[] => {
    const [, rang] = /^\s*cas\s*([12])\s*$/i.exec(ecrit ?? '') ?? [];
    if (!node || rang === undefined) return [];
    const valeur = `Cas ${rang}`;
    return [{ kind: 'safe', edits: [replaceNode(node, JSON.stringify(valeur))], params: { valeur } }];
  },
});

function wrongIn(part: Part): Wrong[] {
  const { format, kind } = part;
  if (kind !== 'demande' || format.etape !== 'solde' || !/^MS[12]-/.test(format.sons ?? '')) return [];
  const values = valuesOf(part, 'indicateur-mss');
  if (values.length === 0) return isLeftOut(part);
  return values.flatMap(({ node }): Wrong[] => {
    if (node.kind === 'null') return [{ place: node, node, ecrit: undefined }];
    // What is no text, empty or out of the model's own list is another rule's matter.
    if (node.kind !== 'string' || node.value === '' || isTold(part, node)) return [];
    return CAS.includes(node.value) ? [] : [{ place: node, node, ecrit: node.value }];
  });
}

/** A tag that the model lets be left out; one that it asks for is told by `balise-manquante`. */
function isLeftOut({ format: { request }, fragment: { root } }: Part): Wrong[] {
  const tag = request.kind === 'object' && request.tags.find(({ shape }) => shape.role === 'indicateur-mss');
  if (!tag || tag.due || root?.kind !== 'object' || !root.closed) return [];
  return [{ place: visibleSpan(root), node: undefined, ecrit: undefined }];
}

function isTold({ match: { deviations } }: Part, node: JsonNode): boolean {
  return deviations.some((deviation) => deviation.kind === 'hors-liste' && deviation.node === node);
}
