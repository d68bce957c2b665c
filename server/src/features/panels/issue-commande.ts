import type { Demande, Dossier } from '../../dossier/dossier';
import { referenceOf } from '../../dossier/beneficiaire';
import type { CalendarDate } from '../../regulation/calendar-date';
import type { OrderBounds } from '../../regulation/order-bounds';
import { dayCount } from '../../regulation/day-count';
import { daysIn } from '../../rules/calendrier/days-in';

/** What the date of an order is worth, the gravest first. */
export const ISSUES = [
  'apres-fermeture',
  'avant-arrete',
  'plus-de-120-jours',
  'illisible',
  'apres-fermeture-a-confirmer',
  'avant-arrete-a-confirmer',
  'a-venir',
  'inconnu',
  'dans-la-fenetre',
] as const;

export type IssueCommande = (typeof ISSUES)[number];

/** The order of one request. */
export interface Commande {
  /** From 0. */
  readonly rang: number;
  readonly reference: string | undefined;
  /** Undefined when it cannot be read. */
  readonly jour: CalendarDate | undefined;
  readonly issue: IssueCommande;
}

/** The orders of a file held against their bounds, in the file's order; `today` in Paris. */
export function commandesOf({ demandes }: Dossier, bounds: OrderBounds, today: CalendarDate): Commande[] {
  return demandes.map((demande) => {
    const jour = dayOf(demande);
    const issue = jour ? issueOf(jour, bounds, today) : 'illisible';
    return { rang: demande.rang, reference: referenceOf(demande.part), jour, issue };
  });
}

/** The day of the order, in whatever form it is written. */
function dayOf({ part }: Demande): CalendarDate | undefined {
  return daysIn(part, 'date-signature')[0]?.jour;
}

function issueOf(jour: CalendarDate, bounds: OrderBounds, today: CalendarDate): IssueCommande {
  const { fin, arrete, premier } = bounds;
  const day = dayCount(jour);
  if (fin && day > dayCount(fin.jour)) {
    return fin.held.status === 'confirmé' ? 'apres-fermeture' : 'apres-fermeture-a-confirmer';
  }
  if (arrete && day < dayCount(arrete.jour)) {
    return arrete.oblige && arrete.held.status === 'confirmé' ? 'avant-arrete' : 'avant-arrete-a-confirmer';
  }
  if (premier && day < dayCount(premier.jour)) return 'plus-de-120-jours';
  if (day > dayCount(today)) return 'a-venir';
  return fin ? 'dans-la-fenetre' : 'inconnu';
}
