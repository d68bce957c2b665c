import { fileNameOf } from '../../dossier/file-name';
import type { FileAmongOthers } from '../../dossier/neighbours';
import { demandeAt } from '../../dossier/dossier';
import { mentionAt, type Mention } from '../../dossier/summary';
import { removeChild } from '../../syntax/edits';
import type { JsonNode, PropertyNode } from '../../syntax/nodes';
import { ancestors, placeAt } from '../../syntax/walk';
import type { RuleFix } from '../rule';
import { workspaceRule } from '../rule';
import { fusionAround, readChanges, type ReadChange } from './read-changes';

interface Added extends ReadChange {
  readonly mention: Mention;
  /** A merger names it: it has a request of its own. */
  readonly isMerged: boolean;
}

/** A03: a solde with a beneficiary that its avance had not is rejected. */
export const beneficiaireAjoute = workspaceRule<Added>({
  code: 'beneficiaire-ajoute',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['A03', 'A07'],
  sources: ['S2'],
  detect: (file, { fusions }) =>
    readChanges(file, fusions).flatMap((change) =>
      change.added.map((mention) => ({
        ...change,
        mention,
        isMerged: fusionAround(mention, fusions) !== undefined,
      })),
    ),
  where: ({ mention }) => mention,
  wording: ({ mention, reference, avance, isMerged }) => ({
    ...(isMerged ? { suffix: 'fusion' } : {}),
    params: { numero: mention.text, reference: reference.text, fichier: fileNameOf(avance.uri) },
  }),
  related: ({ avance: { uri, summary, mention } }) => [{ uri, span: mentionAt(summary, mention) }],
  fix: ({ mention }, file) => removal(mention, file),
});

/** The smallest item of a list that holds the number, where something stays in that list. */
function removal({ start, text }: Mention, { dossier }: FileAmongOthers): RuleFix[] {
  const demande = dossier && demandeAt(dossier, start);
  if (!demande) return [];
  const { fragment } = demande.part;
  const { node } = placeAt(fragment, start - demande.start);
  const item = node && [node, ...ancestors(node)].find(isOneOfSeveral);
  if (!item) return [];
  const { start: from, end, text: written } = removeChild(fragment, item);
  const edit = { start: from + demande.start, end: end + demande.start, text: written };
  return [{ kind: 'unsafe', edits: [edit], params: { numero: text } }];
}

function isOneOfSeveral(node: JsonNode | PropertyNode): boolean {
  return node.parent?.kind === 'array' && node.parent.items.length > 1;
}
