import { formatJour } from '../../regulation/calendar-date';
import { lastAdmissibleOrder, type Borne } from '../../regulation/order-window';
import { partRule } from '../rule';
import { cited, isDoubtful } from './cited';
import { daysIn, isAfter, type WrittenDay } from './days-in';

interface TooLate extends WrittenDay {
  readonly sons: string;
  readonly borne: Borne;
}

/** D04: no order is signed after the end of the avances; on that day itself, no text says at what hour it was. */
export const bdcApresFermeture = partRule<TooLate>({
  code: 'bdc-apres-fermeture',
  famille: 'calendrier',
  severity: 'error',
  inventaire: ['D04'],
  sources: ['W13'],
  detect: (part, { regulation }) => {
    const { sons } = part.format;
    const borne = sons === undefined ? undefined : lastAdmissibleOrder(sons, regulation);
    if (sons === undefined || !borne) return [];
    return daysIn(part, 'date-signature')
      .filter(({ jour }) => isAfter(jour, borne.jour))
      .map((day) => ({ ...day, sons, borne }));
  },
  where: ({ node }) => node,
  doubtful: ({ borne }) => isDoubtful(borne.held),
  wording: ({ jour, sons, borne: { jour: fin, held } }) => ({
    suffix: isDoubtful(held) ? 'a-confirmer' : 'confirme',
    params: { date: formatJour(jour), sons, fin: formatJour(fin), source: cited(held), id: held.id },
  }),
});
