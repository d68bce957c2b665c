import type { Part } from '../../dossier/part';
import { formatJour } from '../../regulation/calendar-date';
import { firstPublication, publicationOf, type Borne } from '../../regulation/order-window';
import { vagueOf } from '../../regulation/sons';
import type { Circumstances } from '../circumstances';
import type { Wording } from '../finding';
import { partRule } from '../rule';
import { cited, isDoubtful } from './cited';
import { allDaysIn, daysIn, isAfter, type WrittenDay } from './days-in';
import { isTooLongBefore } from './too-old';

interface Improbable extends WrittenDay {
  readonly slip: 'futur' | 'avant-arrete' | 'avant-vague';
  readonly sons: string;
  /** Undefined for a day to come. */
  readonly borne: Borne | undefined;
}

/** D07: a day to come, or a document older than the texts of its couloir. */
export const dateImprobable = partRule<Improbable>({
  code: 'date-improbable',
  famille: 'calendrier',
  severity: 'warning',
  inventaire: ['D07'],
  sources: ['S3', 'W39'],
  detect: (part, circumstances) => [...toCome(part, circumstances), ...tooOld(part, circumstances)],
  where: ({ node }) => node,
  doubtful: ({ borne }) => borne !== undefined && isDoubtful(borne.held),
  wording,
});

function toCome(part: Part, { today }: Circumstances): Improbable[] {
  if (!today) return [];
  return allDaysIn(part)
    .filter(({ jour }) => isAfter(jour, today))
    .map((day) => ({ ...day, slip: 'futur', sons: '', borne: undefined }));
}

function tooOld(part: Part, circumstances: Circumstances): Improbable[] {
  const { sons } = part.format;
  const { regulation } = circumstances;
  if (sons === undefined) return [];
  const own = publicationOf(sons, regulation);
  const borne = own ?? firstPublication(sons, regulation);
  if (!borne) return [];
  const isOlder = ({ jour }: WrittenDay): boolean => isAfter(borne.jour, jour);
  // Of wave 1, an order before the texts is an error of its own: `bdc-avant-ouverture`.
  const orders = own && vagueOf(sons) === 1 ? [] : daysIn(part, 'date-signature');
  return [
    ...orders.filter((day) => isOlder(day) && !isTooLongBefore(day.jour, sons, circumstances)),
    ...daysIn(part, 'date-facture').filter(isOlder),
    ...daysIn(part, 'date-verification-aptitude').filter(isOlder),
  ].map((day) => ({ ...day, slip: own ? 'avant-arrete' : 'avant-vague', sons, borne }));
}

function wording({ slip, jour, sons, borne }: Improbable): Wording {
  const date = formatJour(jour);
  if (!borne) return { suffix: slip, params: { date } };
  const vague = vagueOf(sons) ?? '';
  return {
    suffix: slip,
    params: { date, sons, vague, arrete: formatJour(borne.jour), source: cited(borne.held) },
  };
}
