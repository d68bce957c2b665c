import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Demande } from '../dossier/dossier';
import { contexteOf, montantsOf, type Contexte } from '../dossier/montants';
import { sharesText } from '../dossier/montants-words';
import { firstOf } from '../dossier/part';
import { translate, type Langue } from '../messages/catalogue';
import { formatMontant } from '../regulation/amounts';
import type { CheckedDocument } from './document';

/** Beside the amount that the State pays of each request in sight, its two payments; nothing where they are unknown. */
export function inlayHintsIn({ document, analysis, langue }: CheckedDocument, range: Range): InlayHint[] {
  const { dossier, regulation, dossiersComplets } = analysis;
  if (!dossier) return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const contexte = contexteOf(dossier, regulation, dossiersComplets);
  return dossier.demandes
    .filter(({ start, end }) => start <= to && end >= from)
    .flatMap((demande) => {
      const payments = paymentsOf(demande, contexte, langue);
      if (!payments || payments.offset < from || payments.offset > to) return [];
      const { offset, label, tooltip } = payments;
      return [{ position: document.positionAt(offset), label, tooltip, paddingLeft: true }];
    });
}

interface Payments {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

function paymentsOf({ part, start }: Demande, contexte: Contexte, langue: Langue): Payments | undefined {
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
