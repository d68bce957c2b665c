import { translate, type Langue, type Message } from '../messages/catalogue';
import { amountText, type Quantity } from '../messages/quantity';
import type { Taxe } from '../regulation/formule';
import type { Parts } from '../regulation/shares';
import type { Held, LieuDeBase } from '../regulation/sourced';
import type { BeneficiaireLabel } from './beneficiaire';
import { sourcesOf, type Chiffre } from './chiffre';
import type { Montants } from './montants';
import type { PlafondConnu, PlafondDemande } from './plafond';

/** `1 234,56 €`, or the word for an amount that is not known. */
export function montantText(chiffre: Chiffre | undefined, langue: Langue): string {
  return chiffre ? amountText(chiffre.cents, langue) : translate(langue, 'montants.inconnu');
}

/** The name, else the number; undefined for a request that gives neither. */
export function beneficiaireText(beneficiaire: BeneficiaireLabel): string | undefined {
  return beneficiaire.nom ?? numeroText(beneficiaire);
}

/** The number with its kind in front: `FINESS 870000064`; undefined for a request that gives none. */
export function numeroText({ numero, sorte }: BeneficiaireLabel): string | undefined {
  return numero === undefined ? undefined : [sorte, numero].filter(Boolean).join(' ');
}

/** `base.csv`, `base.xlsx (Feuil1)`. */
export function fichierText({ fichier, feuille }: Pick<LieuDeBase, 'fichier' | 'feuille'>): string {
  return feuille === undefined ? fichier : `${fichier} (${feuille})`;
}

/** `ligne 12 de base.xlsx (Feuil1)`; `shown` dresses the file's name. */
export function lieuText(
  lieu: LieuDeBase,
  langue: Langue,
  shown: (text: string) => string = (text) => text,
): string {
  const { ligne } = lieu;
  return translate(langue, 'base.ligne', { ligne, fichier: shown(fichierText(lieu)) });
}

/** Where values come from, each once: codes of documents, the user's own words, rows of the base. */
export function sourceTexts(values: readonly Held<unknown>[], langue: Langue): readonly string[] {
  return [...new Set(values.flatMap(({ lieu, source }) => (lieu ? [lieuText(lieu, langue)] : source)))];
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
    case 'hors-base':
      return {
        key: 'montants.plafond.hors-base',
        params: { finess: plafond.finess, fichier: plafond.fichier },
      };
    case 'sans-montant':
      return {
        key: 'montants.plafond.sans-montant',
        params: {
          finess: plafond.finess,
          fichier: fichierText(plafond.lieu),
          ligne: plafond.lieu.ligne,
        },
      };
    case 'manque':
      return whatIsMissing(plafond.quoi);
  }
}

function whatIsMissing(quoi: string): Message {
  if (quoi === 'finess') return { key: 'montants.plafond.finess-illisible', params: {} };
  if (quoi === 'cas') return { key: 'montants.plafond.cas-inconnu', params: {} };
  if (quoi === 'professionnel-de-sante') return { key: 'montants.plafond.nombre-inconnu', params: {} };
  return { key: 'montants.plafond.variable-inconnue', params: { quoi } };
}

/** The two shares and their sources; `estReduite` says why the first is small, and that the second is deduced. */
export function sharesText(parts: Parts, estReduite: boolean, taxe: Taxe, langue: Langue): string {
  const shares = translate(langue, 'montants.parts', {
    avance: parts.avance.value ?? '',
    solde: parts.solde.value ?? '',
    taxe,
    sources: sourcesOf([parts.avance, parts.solde]).join(', '),
  });
  if (!estReduite) return shares;
  const reduced = translate(langue, 'montants.avance.reduite-ici', {
    part: parts.avance.value ?? '',
    sources: sourcesOf([parts.avance]).join(', '),
  });
  return `${shares} ${reduced}`;
}

/** Why the avance and the solde are not known; undefined when they are. */
export function whyNoAvance({ avance, assujetti, paye, parts }: Montants): Message | undefined {
  if (avance) return undefined;
  if (!parts) return { key: 'montants.avance.parts-inconnues', params: {} };
  if (paye) return { key: 'montants.avance.part-illisible', params: {} };
  if (assujetti === undefined) return { key: 'montants.avance.assujettissement-inconnu', params: {} };
  return { key: 'montants.avance.montant-inconnu', params: { taxe: assujetti ? 'TTC' : 'HT' } };
}

/** `990000002 : 12 000,00 € + 990000010 : 8 000,00 €`: the ceilings HT of the establishments that a merger joins. */
export function termesOf({ lignes, termes }: PlafondConnu): readonly (string | Quantity)[] {
  return lignes.flatMap(({ value }, rank) => [
    `${rank === 0 ? '' : ' + '}${value.finess}\u00A0: `,
    { euros: termes[rank] ?? 0n },
  ]);
}

/** How mergers made a ceiling, term by term, and where each term and the rule stand; undefined for another ceiling. */
export function fusionText(plafond: PlafondDemande, langue: Langue): string | undefined {
  if (plafond.type !== 'montant' || plafond.fusions.length === 0) return undefined;
  const key = plafond.ht.status === 'confirmé' ? 'montants.fusion' : 'montants.fusion.a-confirmer';
  return translate(langue, key, {
    termes: termesOf(plafond),
    montant: { euros: plafond.ht.cents },
    sources: sourceTexts(plafond.ht.sur, langue).join(', '),
    fichiers: [...new Set(plafond.fusions.map(({ fichier }) => fichier))].join(', '),
  });
}
