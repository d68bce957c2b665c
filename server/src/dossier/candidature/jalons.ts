import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import type { Candidature } from './candidature';
import type { EtapeConvergence } from './parcours';

/** The dates of a SONS that a candidature meets or misses. */
export const JALONS = ['date-1', 'date-2', 'date-3'] as const;
export type EtapeJalon = (typeof JALONS)[number];

/** What a manifest says of one of these dates. */
export interface Jalon {
  /** True once what the date asks for is done; undefined when the manifest does not tell. */
  readonly fait: boolean | undefined;
  /** The day on which it was, where it is told. */
  readonly jour: CalendarDate | undefined;
}

/** How far a candidature is, as its manifest tells. */
export type Avancement = Readonly<Record<EtapeJalon, Jalon>>;

/**
 * Date 1: candidature and eligibility filed at least once. Date 2: the complete evidence file filed at least once.
 * Date 3: the exchanges on the evidence are over.
 */
export function avancementOf({ etapes, dateDossierComplet }: Candidature): Avancement {
  const [depot, eligibilite, preuves] = etapes;
  const complete = dateDossierComplet.valeur;
  return {
    'date-1': bothFiled(depot, eligibilite),
    'date-2': complete
      ? { fait: true, jour: complete }
      : { fait: dateDossierComplet.illisible ? undefined : isFinished(preuves), jour: undefined },
    'date-3': { fait: isFinished(preuves), jour: preuves?.dateValidation.valeur },
  };
}

function bothFiled(...etapes: readonly (EtapeConvergence | undefined)[]): Jalon {
  const filed = etapes.map(isFiled);
  if (filed.includes(false)) return { fait: false, jour: undefined };
  if (filed.includes(undefined)) return { fait: undefined, jour: undefined };
  const jours = etapes.flatMap((etape) => etape?.dateDepot.valeur ?? []);
  const isDated = jours.length === etapes.length;
  return { fait: true, jour: isDated ? jours.reduce(later) : undefined };
}

/** A step that is finished was filed, whether or not its day is told. */
export function isFiled(etape: EtapeConvergence | undefined): boolean | undefined {
  if (!etape) return undefined;
  const { statut, dateDepot } = etape;
  if (dateDepot.valeur || statut.valeur === 'TERMINEE') return true;
  return statut.valeur === undefined || dateDepot.illisible ? undefined : false;
}

function isFinished(etape: EtapeConvergence | undefined): boolean | undefined {
  const statut = etape?.statut.valeur;
  return statut === undefined ? undefined : statut === 'TERMINEE';
}

function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return dayCount(one) >= dayCount(other) ? one : other;
}
