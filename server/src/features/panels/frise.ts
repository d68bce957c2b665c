import { translate, type Langue } from '../../messages/catalogue';
import { formatJour } from '../../regulation/calendar-date';
import { dayAt, dayCount } from '../../regulation/day-count';
import type { CalendarDate } from '../../regulation/calendar-date';
import type { Echeance, Moment } from '../../regulation/deadlines';
import type { Etape, Sorte } from '../../regulation/etapes';
import { parisTime, type EpochMinutes } from '../../regulation/paris-time';
import { daysWithinReach, laneOfOrders, type FriseCommandes } from './frise-commandes';

/** A timeline. Places are fractions of its width, 0 to 1. */
export interface Frise {
  readonly aujourdhui: number;
  /** The first days of years. */
  readonly annees: readonly { readonly place: number; readonly texte: string }[];
  readonly couloirs: readonly Couloir[];
  /** The orders of the file at hand, on the line of its own SONS. */
  readonly commandes: FriseCommandes | null;
}

/** A lane of the timeline: one matter, open from a day to another. */
export interface Couloir {
  readonly titre: string;
  /** "du 12/09/2024 au 17/12/2025 (à confirmer)". */
  readonly periode: string;
  /** Where the bar begins and ends; null where that date is unknown, or where there is none. */
  readonly debut: number | null;
  readonly fin: number | null;
  readonly etat: 'ouvert' | 'ferme' | 'a-venir' | 'incertain';
  readonly jalons: readonly Jalon[];
}

export interface Jalon {
  readonly place: number;
  readonly sorte: Sorte;
  readonly douteux: boolean;
}

interface Lane {
  readonly nom: 'referencement' | 'avances' | 'realisation' | 'soldes';
  readonly ouverture?: Etape;
  /** The first of these that the calendar has. */
  readonly cloture: readonly Etape[];
  readonly jalons: readonly Etape[];
}

const LANES: readonly Lane[] = [
  {
    nom: 'referencement',
    ouverture: 'referencement-ouverture',
    cloture: ['date-3', 'referencement-fin', 'reponses-ans-fin', 'preuves-fin'],
    jalons: ['date-1', 'date-2', 'referencement-fin', 'reponses-ans-fin', 'preuves-fin'],
  },
  {
    nom: 'avances',
    ouverture: 'avance-ouverture',
    cloture: ['avance-fin'],
    jalons: ['enrolement-ouverture', 'commandes-fin'],
  },
  { nom: 'realisation', cloture: ['realisation-fin'], jalons: [] },
  { nom: 'soldes', ouverture: 'solde-ouverture', cloture: ['solde-fin'], jalons: [] },
];

/** Room left before the first date and after the last one, in days. */
const MARGIN = 45;

const YEAR_STEPS: readonly number[] = [1, 2, 5, 10, 50, 100, 500];
const MOST_YEARS = 8;

/** The timeline of a SONS, with the days of the orders of a file; null when none of its dates is known. */
export function friseOf(
  echeances: readonly Echeance[],
  now: EpochMinutes,
  langue: Langue,
  jours: readonly CalendarDate[] = [],
): Frise | null {
  const today = dayCount(parisTime(now).jour);
  const moments = echeances.flatMap(({ moment }) => (moment ? [moment] : []));
  if (moments.length === 0) return null;
  const known = [today, ...moments.map(({ jour }) => dayCount(jour))];
  const drawn = daysWithinReach(jours, known);
  const days = [...known, ...drawn];
  const first = Math.min(...days) - MARGIN;
  const last = Math.max(...days) + MARGIN;
  const place = (day: number): number => Math.round(((day - first) / (last - first)) * 1e4) / 1e4;
  const scene: Scene = {
    byEtape: new Map(echeances.map((echeance) => [echeance.etape, echeance])),
    at: ({ jour }) => place(dayCount(jour)),
    langue,
  };
  return {
    aujourdhui: place(today),
    annees: yearsBetween(first, last).map((year) => ({
      place: place(dayCount({ year, month: 1, day: 1 })),
      texte: String(year),
    })),
    couloirs: LANES.flatMap((lane) => laneOf(lane, scene)),
    commandes: laneOfOrders(jours, drawn, place, langue),
  };
}

interface Scene {
  readonly byEtape: ReadonlyMap<Etape, Echeance>;
  readonly at: (moment: Moment) => number;
  readonly langue: Langue;
}

function laneOf({ nom, ouverture, cloture, jalons }: Lane, { byEtape, at, langue }: Scene): Couloir[] {
  const opening = ouverture && byEtape.get(ouverture);
  const closing = cloture.map((etape) => byEtape.get(etape)).find((one) => one !== undefined);
  if (!opening && !closing) return [];
  const between = jalons.map((etape) => byEtape.get(etape)).filter((one) => one !== closing);
  const milestones = new Set([opening, ...between, closing]);
  return [
    {
      titre: translate(langue, `echeances.couloir.${nom}`),
      periode: periodOf(opening, closing, langue),
      debut: opening?.moment ? at(opening.moment) : null,
      fin: closing?.moment ? at(closing.moment) : null,
      etat: stateOf(opening, closing),
      jalons: [...milestones].flatMap((one) =>
        one?.moment ? [{ place: at(one.moment), sorte: one.sorte, douteux: one.etat === 'douteux' }] : [],
      ),
    },
  ];
}

/** A lane is as sure as its end. */
function stateOf(opening: Echeance | undefined, closing: Echeance | undefined): Couloir['etat'] {
  switch (closing?.etat) {
    case 'ouvert':
      return 'ouvert';
    case 'fermé':
      return 'ferme';
    case 'à venir':
      return 'a-venir';
    default:
      return closing === undefined && opening?.etat === 'ouvert' ? 'ouvert' : 'incertain';
  }
}

/** "du … au …", each end with what is to be known of it; less where an end is unknown, or where nothing opens. */
function periodOf(opening: Echeance | undefined, closing: Echeance | undefined, langue: Langue): string {
  const [debut, fin] = [dayText(opening, langue), dayText(closing, langue)];
  if (debut !== undefined && fin !== undefined) return translate(langue, 'echeances.periode', { debut, fin });
  if (debut !== undefined) return translate(langue, 'echeances.periode.depuis', { debut });
  if (fin !== undefined) return translate(langue, 'echeances.periode.jusque', { fin });
  return translate(langue, 'echeances.periode.inconnue');
}

function dayText(echeance: Echeance | undefined, langue: Langue): string | undefined {
  if (!echeance?.moment) return undefined;
  const jour = formatJour(echeance.moment.jour);
  return echeance.etat === 'douteux' ? translate(langue, 'echeances.jour-a-confirmer', { jour }) : jour;
}

/** Every year, or every second, fifth, tenth… where a far date would make a thicket of them. */
function yearsBetween(first: number, last: number): number[] {
  const [from, to] = [dayAt(first).year + 1, dayAt(last).year];
  const step = YEAR_STEPS.find((years) => (to - from) / years < MOST_YEARS) ?? 1000;
  const start = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((to - start) / step) + 1) },
    (_year, rank) => start + rank * step,
  );
}
