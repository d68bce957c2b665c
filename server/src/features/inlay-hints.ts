import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Demande } from '../dossier/dossier';
import { contexteOf, montantsOf, type Contexte } from '../dossier/montants';
import { sharesText } from '../dossier/montants-words';
import { firstOf, textOf } from '../dossier/part';
import { translate, type Langue } from '../messages/catalogue';
import { formatMontant } from '../regulation/amounts';
import { parseJour } from '../regulation/calendar-date';
import { dayCount } from '../regulation/day-count';
import { orderBounds } from '../regulation/order-bounds';
import type { Borne } from '../regulation/order-window';
import { boundsSentences } from './bornes-words';
import type { CheckedDocument } from './document';

/**
 * Beside the date of each order in sight, how far it is from its bounds, and beside the amount that the State pays, its
 * two payments; nothing where they are unknown.
 */
export function inlayHintsIn({ document, analysis, langue }: CheckedDocument, range: Range): InlayHint[] {
  const { dossier, regulation, dossiersComplets } = analysis;
  if (!dossier) return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const contexte = contexteOf(dossier, regulation, dossiersComplets);
  return dossier.demandes
    .filter(({ start, end }) => start <= to && end >= from)
    .flatMap((demande) => {
      const hints = [daysOf(demande, contexte, langue), paymentsOf(demande, contexte, langue)];
      return hints
        .filter((hint) => hint !== undefined)
        .filter(({ offset }) => offset >= from && offset <= to)
        .map(({ offset, label, tooltip }) => ({
          position: document.positionAt(offset),
          label,
          tooltip,
          paddingLeft: true,
        }));
    });
}

interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

function paymentsOf({ part, start }: Demande, contexte: Contexte, langue: Langue): Hint | undefined {
  const { paye, parts, estReduite, avance, solde } = montantsOf(part, contexte);
  const node = firstOf(part, paye?.taxe === 'HT' ? 'montant-ht' : 'montant-ttc')?.node;
  if (!node || !paye || !parts || !avance || !solde) return undefined;
  const indication = translate(langue, 'indication.paiements', {
    avance: formatMontant(avance.cents),
    solde: formatMontant(solde.cents),
  });
  const isSure = avance.status === 'confirmé' && solde.status === 'confirmé';
  return {
    offset: start + node.end,
    label: isSure ? indication : translate(langue, 'indication.a-confirmer', { indication }),
    tooltip: sharesText(parts, estReduite, paye.taxe, langue),
  };
}

/** "34 j avant la fin des avances", and the distance to the complete evidence file of an order that came before it. */
function daysOf({ part, start }: Demande, contexte: Contexte, langue: Langue): Hint | undefined {
  const { sons, regulation, dossiersComplets } = contexte;
  const node = firstOf(part, 'date-signature')?.node;
  const jour = node && parseJour(textOf(node) ?? '');
  if (!jour || sons === undefined) return undefined;
  const { fin, complet, premier } = orderBounds(sons, dossiersComplets, regulation);
  const toEnd = fin && distance(dayCount(fin.jour) - dayCount(jour), fin, langue);
  const before = complet && premier ? dayCount(complet) - dayCount(jour) : 0;
  const toFile = before > 0 ? translate(langue, 'indication.avant-dossier', { jours: before }) : undefined;
  const label = [toEnd, toFile].filter((text) => text !== undefined).join(' · ');
  if (label === '') return undefined;
  const bounds = boundsSentences({ fin, complet, premier }, undefined, regulation, langue);
  return { offset: start + node.end, label, tooltip: bounds.join('\n') };
}

function distance(jours: number, { held }: Borne, langue: Langue): string {
  const indication = translate(langue, jours < 0 ? 'indication.apres-fin' : 'indication.avant-fin', {
    jours: Math.abs(jours),
  });
  return held.status === 'confirmé'
    ? indication
    : translate(langue, 'indication.a-confirmer', { indication });
}
