import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Dossier } from '../../dossier/dossier';
import type { Langue } from '../../messages/catalogue';
import type { CheckedDocument } from '../document';
import { contextAt, type CompletionContext, type TagContext, type ValueContext } from './context';
import type { Filling } from './placeholders';
import { itemsOf, type CompletionOptions, type Proposal } from './proposal';
import { nextReference } from './reference';
import { tagProposals } from './tags';
import { valueProposals } from './values';
import { fileBodyProposals, fileProposals, sonsProposals } from './whole-file';
import { requestProposal } from './whole-request';

/** What can be written at `position`, the likeliest first; nothing in a text that is not checked. */
export function completionAt(
  checked: CheckedDocument,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const { document, analysis, langue } = checked;
  const { dossier } = analysis;
  const context = contextAt(analysis, document.offsetAt(position));
  if (!dossier || !context) return [];
  return itemsOf(checked, context.slot, proposalsFor(context, dossier, langue, options), options);
}

function proposalsFor(
  context: CompletionContext,
  dossier: Dossier,
  langue: Langue,
  { snippets }: CompletionOptions,
): Proposal[] {
  switch (context.kind) {
    case 'fichier':
      return fileProposals(dossier.format, langue, snippets);
    case 'balise': {
      const filling = fillingOf(dossier, langue);
      const tags = tagProposals(context, filling, snippets);
      return snippets && isNewFile(context, dossier)
        ? [...fileBodyProposals(dossier.format, langue), ...tags]
        : tags;
    }
    case 'valeur':
      return values(context, dossier, fillingOf(dossier, langue), snippets);
  }
}

function fillingOf(dossier: Dossier, langue: Langue): Filling {
  const unknown = dossier.format.etape === 'candidature';
  return { langue, reference: nextReference(dossier), unknown };
}

function values(context: ValueContext, { format }: Dossier, filling: Filling, snippets: boolean): Proposal[] {
  const { shape, isItem, slot } = context;
  if (shape.role === 'sons' && format.etape !== 'candidature') return sonsProposals(format, filling.langue);
  const isRequest = isItem && shape === format.request && !slot.inQuotes;
  return isRequest
    ? [requestProposal(format, filling, snippets)]
    : valueProposals(context, filling, snippets);
}

/** An object with nothing in it, at the root of the file. */
function isNewFile({ object, own, slot }: TagContext, { enveloppe }: Dossier): boolean {
  return (
    object === enveloppe.fragment.root &&
    object.properties.every((property) => property === own) &&
    !slot.colonFollows
  );
}
