import type { CalendarDate } from './calendar-date';
import { dayCount, parseIsoDay } from './day-count';
import { ETAPES, natureOf, type Etape, type Sorte } from './etapes';
import { parisInstant, parisTime, parseHour, type EpochMinutes } from './paris-time';
import { REGULATION, type Regulation } from './regulation';
import { vagueOf } from './sons';
import type { Held } from './sourced';

/** `ouvert`: open, or out. `à venir`: an opening to come, or a last day whose desk is not known to be open yet. */
export type Etat = 'ouvert' | 'fermé' | 'à venir' | 'douteux' | 'inconnu';

/** One date of a SONS, seen from `now`. */
export interface Echeance {
  /** `HOP-DPI-Va2.avance-fin`. */
  readonly id: string;
  readonly sons: string;
  readonly etape: Etape;
  readonly sorte: Sorte;
  readonly etat: Etat;
  /** Whose value it is, where it comes from, what it replaced. */
  readonly held: Held<string>;
  /** When it is, undefined for an unknown date. */
  readonly moment: Moment | undefined;
}

/** A date of the texts as a point in time. */
export interface Moment {
  readonly jour: CalendarDate;
  /** `12:00`, undefined when the whole day counts. */
  readonly heure: string | undefined;
  /** The general rule that gives the hour, when the date itself carries none. */
  readonly regleHoraire: Held<string> | undefined;
  /** From then on it is open, or closed. */
  readonly instant: EpochMinutes;
  /** Days of the calendar of Paris from today to that day; negative once it is past. */
  readonly jours: number;
}

/** Every date of a SONS in the order of its steps; `now` decides the states. Unknown dates are among them. */
export function deadlines(
  sons: string,
  now: EpochMinutes,
  regulation: Regulation = REGULATION,
): readonly Echeance[] {
  return ETAPES.flatMap((etape) => {
    const held = regulation.echeances.get(`${sons}.${etape}`);
    if (!held) return [];
    const moment = momentOf(sons, etape, now, regulation);
    const { sorte } = natureOf(etape);
    const certain = certainState(sons, etape, moment, now, regulation);
    const etat = moment ? (held.status === 'confirmé' ? certain : 'douteux') : 'inconnu';
    return [{ id: held.id, sons, etape, sorte, etat, held, moment }];
  });
}

/** The state of a date that is sure. */
function certainState(
  sons: string,
  etape: Etape,
  moment: Moment | undefined,
  now: EpochMinutes,
  regulation: Regulation,
): Etat {
  const { sorte, apres, jusque } = natureOf(etape);
  const isPast = (other: Etape): boolean => {
    const instant = momentOf(sons, other, now, regulation)?.instant;
    return instant !== undefined && now >= instant;
  };
  const isToCome = moment !== undefined && now < moment.instant;
  if (sorte === 'cloture') {
    if (!isToCome) return 'fermé';
    return apres === undefined || isPast(apres) ? 'ouvert' : 'à venir';
  }
  if (isToCome) return 'à venir';
  // A closing day that is to be confirmed may have moved: nobody can say that the desk is closed.
  const isSure = regulation.echeances.get(`${sons}.${jusque ?? ''}`)?.status === 'confirmé';
  return jusque !== undefined && isSure && isPast(jusque) ? 'fermé' : 'ouvert';
}

/** The nearest last day that is still to come among these, doubtful ones included (their state says so). */
export function nextDeadline(echeances: readonly Echeance[], now: EpochMinutes): Echeance | undefined {
  return echeances
    .filter(({ sorte, moment }) => sorte === 'cloture' && moment !== undefined && moment.instant > now)
    .reduce<Echeance | undefined>((nearest, candidate) => {
      const [best, other] = [nearest?.moment?.instant, candidate.moment?.instant];
      return best === undefined || (other !== undefined && other < best) ? candidate : nearest;
    }, undefined);
}

function momentOf(sons: string, etape: Etape, now: EpochMinutes, regulation: Regulation): Moment | undefined {
  const [day = '', written] = regulation.echeances.get(`${sons}.${etape}`)?.value?.split('T') ?? [];
  const jour = parseIsoDay(day);
  if (!jour) return undefined;
  const regleHoraire = written === undefined ? hourRule(sons, etape, regulation) : undefined;
  const heure = written ?? regleHoraire?.value ?? undefined;
  return {
    jour,
    heure,
    regleHoraire,
    instant: parisInstant(jour, minutesOf(heure, etape)),
    jours: dayCount(jour) - dayCount(parisTime(now).jour),
  };
}

/** The general rule of the wave, for the kinds of dates that it speaks of. */
function hourRule(sons: string, etape: Etape, { horaires }: Regulation): Held<string> | undefined {
  const { horaire } = natureOf(etape);
  const rule = horaire && horaires.get(`vague-${vagueOf(sons) ?? ''}.${horaire}`);
  return rule?.value ? rule : undefined;
}

/** Without an hour, a day opens as it begins and closes as it ends. */
function minutesOf(heure: string | undefined, etape: Etape): number {
  const wholeDay = natureOf(etape).sorte === 'cloture' ? 24 * 60 : 0;
  return parseHour(heure ?? '') ?? wholeDay;
}
