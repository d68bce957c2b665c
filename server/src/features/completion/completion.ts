import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Dossier } from '../../dossier/dossier';
import type { Langue } from '../../messages/catalogue';
import type { CheckedDocument } from '../document';
import { contextAt, type CompletionContext, type TagContext, type ValueContext } from './context';
import { asksEstablishment, establishmentProposals } from './establishments';
import { manifestProposals } from './manifest-values';
import type { Filling } from './placeholders';
import { itemsOf, type CompletionOptions, type Proposal } from './proposal';
import { nextReference } from './reference';
import { tagProposals } from './tags';
import { valueProposals } from './values';
import { fileBodyProposals, fileProposals, sonsProposals, type Desks } from './whole-file';
import { requestProposal } from './whole-request';

/** What can be written at `position`, the likeliest first; nothing in a text that is not checked. */
export function completionAt(
  checked: CheckedDocument,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const { document, analysis, langue } = checked;
  const { dossier, base, source, regulation } = analysis;
  const offset = document.offsetAt(position);
  const context = contextAt(analysis, offset);
  if (!dossier || !context) return { isIncomplete: false, items: [] };
  const asked = base && context.kind === 'valeur' && asksEstablishment(context);
  const establishments = asked ? establishmentProposals(context, base, { source, offset, langue }) : [];
  const desks: Desks = { langue, now: options.now, regulation };
  const proposals = [...establishments, ...proposalsFor(context, dossier, desks, options)];
  // What is typed next may name other establishments of the base.
  return { isIncomplete: asked === true, items: itemsOf(checked, context.slot, proposals, options) };
}

function proposalsFor(
  context: CompletionContext,
  dossier: Dossier,
  desks: Desks,
  { snippets }: CompletionOptions,
): Proposal[] {
  const { langue } = desks;
  switch (context.kind) {
    case 'fichier':
      return fileProposals(dossier.format, desks, snippets);
    case 'balise': {
      const filling = fillingOf(dossier, langue);
      const tags = tagProposals(context, filling, snippets);
      return snippets && isNewFile(context, dossier)
        ? [...fileBodyProposals(dossier.format, desks), ...tags]
        : tags;
    }
    case 'valeur':
      if (context.shape.role === 'sons' && dossier.format.etape !== 'candidature') {
        return sonsProposals(dossier.format, desks);
      }
      return [
        ...(context.part.kind === 'candidature' ? manifestProposals(context, desks) : []),
        ...values(context, dossier, fillingOf(dossier, langue), snippets),
      ];
  }
}

function fillingOf(dossier: Dossier, langue: Langue): Filling {
  const unknown = dossier.format.etape === 'candidature';
  return { langue, reference: nextReference(dossier), unknown };
}

function values(context: ValueContext, { format }: Dossier, filling: Filling, snippets: boolean): Proposal[] {
  const { shape, isItem, slot } = context;
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
