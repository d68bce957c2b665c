import type { CalendarDate } from './calendar-date';
import { addDays, dayCount, parseIsoDay } from './day-count';
import { REGULATION, type Regulation } from './regulation';
import { vagueOf } from './sons';
import type { Held } from './sourced';

/** A bound of the days on which an order may be signed, the day itself included, and the value that sets it. */
export interface Borne {
  readonly jour: CalendarDate;
  readonly held: Held<string> | Held<number>;
}

const DELAY = 'commande.delai-avant-dossier-complet';

/**
 * The first day on which an order signed before the referencing may be signed: so many calendar days before the
 * complete evidence file is deemed submitted. Undefined while that rule is not known.
 */
export function firstAdmissibleOrder(
  dossierComplet: CalendarDate,
  { nombres }: Regulation = REGULATION,
): Borne | undefined {
  const held = nombres.get(DELAY);
  return typeof held?.value === 'number' ? { jour: addDays(dossierComplet, -held.value), held } : undefined;
}

/** The last day on which the complete evidence file of an order signed that day may be deemed submitted. */
export function lastCompleteFile(
  signature: CalendarDate,
  { nombres }: Regulation = REGULATION,
): Borne | undefined {
  const held = nombres.get(DELAY);
  return typeof held?.value === 'number' ? { jour: addDays(signature, held.value), held } : undefined;
}

/** The last day on which an order may be signed: that of the end of the avances. Undefined when it is not known. */
export function lastAdmissibleOrder(sons: string, { echeances }: Regulation = REGULATION): Borne | undefined {
  return borneOf(echeances.get(`${sons}.avance-fin`));
}

/** The day on which the arrêté of a SONS came out, or was signed. Undefined when it is not known. */
export function publicationOf(sons: string, { echeances }: Regulation = REGULATION): Borne | undefined {
  return borneOf(echeances.get(`${sons}.arrete`));
}

/** The earliest arrêté of the wave of a SONS that is known for certain: what is older is of no couloir that we know. */
export function firstPublication(sons: string, regulation: Regulation = REGULATION): Borne | undefined {
  return firstPublications(regulation).get(vagueOf(sons));
}

type FirstOfEachWave = ReadonlyMap<ReturnType<typeof vagueOf>, Borne>;

/** Every request of a file asks for the same one. */
const known = new WeakMap<Regulation, FirstOfEachWave>();

function firstPublications(regulation: Regulation): FirstOfEachWave {
  const before = known.get(regulation);
  if (before) return before;
  const first = new Map<ReturnType<typeof vagueOf>, Borne>();
  for (const held of regulation.echeances.values()) {
    if (!held.id.endsWith('.arrete') || held.status !== 'confirmé') continue;
    const vague = vagueOf(held.id.slice(0, -'.arrete'.length));
    const [borne, earliest] = [borneOf(held), first.get(vague)];
    if (borne && !(earliest && dayCount(earliest.jour) <= dayCount(borne.jour))) first.set(vague, borne);
  }
  known.set(regulation, first);
  return first;
}

function borneOf(held: Held<string> | undefined): Borne | undefined {
  const jour = parseIsoDay(held?.value?.slice(0, 10) ?? '');
  return held && jour ? { jour, held } : undefined;
}
