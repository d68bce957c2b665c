import type { Dossier } from '../../dossier/dossier';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { completeFileDay } from '../../regulation/complete-file';
import { dayCount } from '../../regulation/day-count';
import { deadlines } from '../../regulation/deadlines';
import { firstAdmissibleOrder, type Borne } from '../../regulation/order-window';
import type { DossierCircumstances } from '../circumstances';
import type { Wording } from '../finding';
import { dossierRule } from '../rule';
import { cited, isDoubtful } from './cited';
import { signedBefore, type Signed } from './signed-before';
import { isBeforeItsArrete, isBeforeItsTexts } from './too-old';

interface TooLongBefore extends Signed {
  readonly sons: string;
  /** The earliest day of an order for `complet`. */
  readonly limite: Borne;
  readonly complet: CalendarDate;
  /** While nobody said when the file is complete: `complet` is today, the file may still come until `date2`. */
  readonly ouvert: { readonly nombre: number; readonly date2: CalendarDate } | undefined;
}

/** D05: no order is signed more than 120 calendar days before the complete evidence file is deemed submitted. */
export const bdc120Jours = dossierRule<TooLongBefore>({
  code: 'bdc-120-jours',
  famille: 'calendrier',
  severity: 'error',
  inventaire: ['D05'],
  sources: ['S1', 'S2', 'W13', 'W51'],
  detect: (dossier, circumstances) => {
    const { sons } = dossier.format;
    if (sons === undefined) return [];
    const complet = completeFileDay(sons, circumstances.dossiersComplets);
    return complet ? held(dossier, sons, complet, circumstances) : notYet(dossier, sons, circumstances);
  },
  where: ({ place }) => place,
  doubtful: ({ limite }) => isDoubtful(limite.held),
  unsettled: ({ ouvert }) => ouvert !== undefined,
  wording,
});

function held(
  dossier: Dossier,
  sons: string,
  complet: CalendarDate,
  { regulation }: DossierCircumstances,
): TooLongBefore[] {
  const limite = firstAdmissibleOrder(complet, regulation);
  if (!limite) return [];
  const isToldElsewhere = (jour: CalendarDate): boolean => isBeforeItsArrete(jour, sons, regulation);
  return signedBefore(dossier, limite.jour, isToldElsewhere).map((signed) => ({
    ...signed,
    sons,
    limite,
    complet,
    ouvert: undefined,
  }));
}

/** Told once a file, and only while date 2 is to come: behind it, the file was complete or nobody can say. */
function notYet(
  dossier: Dossier,
  sons: string,
  { regulation, now, today }: DossierCircumstances,
): TooLongBefore[] {
  if (!today || now === undefined) return [];
  const step = deadlines(sons, now, regulation).find(({ etape }) => etape === 'date-2');
  const isToCome = step?.held.status === 'confirmé' && step.moment && now < step.moment.instant;
  const limite = firstAdmissibleOrder(today, regulation);
  if (!isToCome || !limite) return [];
  const all = signedBefore(dossier, limite.jour, (jour) => isBeforeItsTexts(jour, sons, regulation));
  const [oldest] = all.toSorted((a, b) => dayCount(a.jour) - dayCount(b.jour));
  if (!oldest) return [];
  const ouvert = { nombre: all.length, date2: step.moment.jour };
  return [{ ...oldest, sons, limite, complet: today, ouvert }];
}

function wording({ jour, sons, limite, complet, ouvert }: TooLongBefore): Wording {
  const params = {
    date: formatJour(jour),
    sons,
    ecart: dayCount(complet) - dayCount(jour),
    jours: limite.held.value ?? '',
    source: cited(limite.held),
  };
  if (!ouvert) {
    return {
      suffix: 'connu',
      params: { ...params, complet: formatJour(complet), limite: formatJour(limite.jour) },
    };
  }
  const { nombre, date2 } = ouvert;
  const suffix = nombre === 1 ? 'a-deposer.un' : 'a-deposer.plusieurs';
  return { suffix, params: { ...params, nombre, date2: formatJour(date2) } };
}
