import { translate, type Langue, type Message } from '../messages/catalogue';
import { formatMontant, type Rate } from '../regulation/amounts';
import type { BeneficiaireLabel } from './beneficiaire';
import type { Chiffre } from './chiffre';
import type { Montants } from './montants';
import type { PlafondDemande } from './plafond';

/** `1 234,56 €`, or the word for an amount that is not known. */
export function montantText(chiffre: Chiffre | undefined, langue: Langue): string {
  return chiffre ? formatMontant(chiffre.cents) : translate(langue, 'montants.inconnu');
}

/** `20 %`, `5,5 %`. */
export function rateText(rate: Rate): string {
  const [whole, hundredths] = [rate / 100n, rate % 100n];
  const decimals = String(hundredths).padStart(2, '0').replace(/0+$/, '');
  return `${whole}${decimals === '' ? '' : `,${decimals}`}\u00A0%`;
}

/** The name, else the number; undefined for a request that gives neither. */
export function beneficiaireText(beneficiaire: BeneficiaireLabel): string | undefined {
  return beneficiaire.nom ?? numeroText(beneficiaire);
}

/** The number with its kind in front: `FINESS 870000064`; undefined for a request that gives none. */
export function numeroText({ numero, sorte }: BeneficiaireLabel): string | undefined {
  return numero === undefined ? undefined : [sorte, numero].filter(Boolean).join(' ');
}

/** Why a ceiling is not known, and what can be done; undefined for one that is. */
export function whyNoPlafond(plafond: PlafondDemande): Message | undefined {
  switch (plafond.type) {
    case 'montant':
      return undefined;
    case 'table':
      return { key: 'montants.plafond.table', params: {} };
    case 'inconnu':
      return { key: 'montants.plafond.bareme-inconnu', params: { id: plafond.id } };
    case 'sons-inconnu':
      return { key: 'montants.plafond.sons-inconnu', params: {} };
    case 'manque':
      return whatIsMissing(plafond.quoi);
  }
}

function whatIsMissing(quoi: string): Message {
  if (quoi === 'cas') return { key: 'montants.plafond.cas-inconnu', params: {} };
  if (quoi === 'professionnel-de-sante') return { key: 'montants.plafond.nombre-inconnu', params: {} };
  return { key: 'montants.plafond.variable-inconnue', params: { quoi } };
}

/** Why the avance and the solde are not known; undefined when they are. */
export function whyNoAvance({ avance, assujetti, paye, parts }: Montants): Message | undefined {
  if (avance) return undefined;
  if (!parts) return { key: 'montants.avance.parts-inconnues', params: {} };
  if (paye) return { key: 'montants.avance.part-illisible', params: {} };
  if (assujetti === undefined) return { key: 'montants.avance.assujettissement-inconnu', params: {} };
  return { key: 'montants.avance.montant-inconnu', params: { taxe: assujetti ? 'TTC' : 'HT' } };
}
