import { formatJour } from '../../regulation/calendar-date';
import { publicationOf, type Borne } from '../../regulation/order-window';
import { vagueOf } from '../../regulation/sons';
import { partRule } from '../rule';
import { cited, isDoubtful } from './cited';
import { daysIn, isAfter, type WrittenDay } from './days-in';

interface TooEarly extends WrittenDay {
  readonly sons: string;
  readonly borne: Borne;
}

/** D06: an order of wave 1 follows the publication of the arrêté. Of wave 2, no text says so. */
export const bdcAvantOuverture = partRule<TooEarly>({
  code: 'bdc-avant-ouverture',
  famille: 'calendrier',
  severity: 'error',
  inventaire: ['D06'],
  sources: ['S1'],
  detect: (part, { regulation }) => {
    const { sons } = part.format;
    const borne = sons !== undefined && vagueOf(sons) === 1 ? publicationOf(sons, regulation) : undefined;
    if (sons === undefined || !borne) return [];
    return daysIn(part, 'date-signature')
      .filter(({ jour }) => isAfter(borne.jour, jour))
      .map((day) => ({ ...day, sons, borne }));
  },
  where: ({ node }) => node,
  doubtful: ({ borne }) => isDoubtful(borne.held),
  wording: ({ jour, sons, borne: { jour: arrete, held } }) => ({
    suffix: isDoubtful(held) ? 'a-confirmer' : 'confirme',
    params: { date: formatJour(jour), sons, arrete: formatJour(arrete), source: cited(held), id: held.id },
  }),
});
