import { DATE_ROLES, type Role } from '../../formats/roles';
import type { Part } from '../../dossier/part';
import { formatJour } from '../../regulation/calendar-date';
import { firstPublication, publicationOf, type Borne } from '../../regulation/order-window';
import type { Regulation } from '../../regulation/regulation';
import { vagueOf } from '../../regulation/sons';
import type { Circumstances } from '../circumstances';
import type { Wording } from '../finding';
import { partRule } from '../rule';
import { cited, isDoubtful } from './cited';
import { daysIn, isAfter, type WrittenDay } from './days-in';

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
  detect: (part, circumstances) => [
    ...toCome(part, circumstances),
    ...tooOld(part, circumstances.regulation),
  ],
  where: ({ node }) => node,
  doubtful: ({ borne }) => borne !== undefined && isDoubtful(borne.held),
  wording,
});

function toCome(part: Part, { today }: Circumstances): Improbable[] {
  if (!today) return [];
  return daysIn(part, ...DATE_ROLES)
    .filter(({ jour }) => isAfter(jour, today))
    .map((day) => ({ ...day, slip: 'futur', sons: '', borne: undefined }));
}

function tooOld(part: Part, regulation: Regulation): Improbable[] {
  const { sons } = part.format;
  if (sons === undefined) return [];
  const own = publicationOf(sons, regulation);
  const borne = own ?? firstPublication(sons, regulation);
  if (!borne) return [];
  // Of an order of wave 1, this is an error of its own: `bdc-avant-ouverture`.
  const orders: readonly Role[] = own && vagueOf(sons) === 1 ? [] : ['date-signature'];
  return daysIn(part, ...orders, 'date-facture', 'date-verification-aptitude')
    .filter(({ jour }) => isAfter(borne.jour, jour))
    .map((day) => ({ ...day, slip: own ? 'avant-arrete' : 'avant-vague', sons, borne }));
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
