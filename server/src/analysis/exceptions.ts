import type { CalendarDate } from '../regulation/calendar-date';
import { dayCount } from '../regulation/day-count';
import type { LocatedFinding } from './located';

/** What a team accepts of one of its files, why, and until when. */
export interface Exception {
  /** From the workspace's folder, with `/`. */
  readonly fichier: string;
  /** Code of the rule. */
  readonly regle: string;
  /** The reference of one request; undefined for the whole file. */
  readonly demande: string | undefined;
  readonly motif: string;
  /** The last day on which it holds. */
  readonly jusquau: CalendarDate;
}

/** A finding that somebody accepted, which is told nowhere but in the list of exceptions. */
export interface AcceptedFinding extends LocatedFinding {
  readonly exception: Exception;
}

/** What an exception is held against. */
export interface Acceptance {
  /** Those of one file. */
  readonly exceptions: readonly Exception[];
  /** The reference of the request of that rank. */
  readonly referenceAt: (rang: number) => string | undefined;
  /** Where nobody tells the day, none is over. */
  readonly today: CalendarDate | undefined;
}

export interface SortedOut {
  /** What is to be told. */
  readonly findings: readonly LocatedFinding[];
  readonly accepted: readonly AcceptedFinding[];
}

/** Tells the findings that are accepted from the others, both in the order given. */
export function sortOut(findings: readonly LocatedFinding[], acceptance: Acceptance): SortedOut {
  const inForce = acceptance.exceptions.filter((exception) => !isOver(exception, acceptance.today));
  if (inForce.length === 0) return { findings, accepted: [] };
  const told: LocatedFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const located of findings) {
    const exception = inForce.find((one) => covers(one, located, acceptance.referenceAt));
    if (exception) accepted.push({ ...located, exception });
    else told.push(located);
  }
  return { findings: told, accepted };
}

/** True from the day behind its last one. */
export function isOver({ jusquau }: Exception, today: CalendarDate | undefined): boolean {
  return today !== undefined && dayCount(jusquau) < dayCount(today);
}

/** The same for the same rule at the same place, whatever the reason and the day. */
export function keyOf({ fichier, regle, demande }: Exception): string {
  return JSON.stringify([fichier, regle, demande ?? null]);
}

function covers(
  { regle, demande }: Exception,
  { finding, demande: rang }: LocatedFinding,
  referenceAt: Acceptance['referenceAt'],
): boolean {
  if (finding.code !== regle) return false;
  if (demande === undefined) return true;
  return rang !== undefined && referenceAt(rang)?.trim() === demande.trim();
}
