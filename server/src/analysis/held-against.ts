import { NO_MERGER } from '../dossier/fusions';
import type { CalendarDate } from '../regulation/calendar-date';
import { NO_COMPLETE_FILE_KNOWN } from '../regulation/complete-file';
import { dayCount } from '../regulation/day-count';
import { parisTime } from '../regulation/paris-time';
import { REGULATION } from '../regulation/regulation';
import type { Circumstances } from '../rules/circumstances';
import type { RuleSettings } from '../rules/run';
import type { AnalysisInput } from './analysis-input';

/** What findings depend on beside the text. */
export interface HeldAgainst {
  readonly settings: RuleSettings;
  readonly circumstances: Circumstances;
}

const NO_SETTINGS: RuleSettings = {};

/** What a file is held against: the product's own dates and figures where nobody gave others. */
export function heldAgainst({
  settings = NO_SETTINGS,
  regulation = REGULATION,
  dossiersComplets = NO_COMPLETE_FILE_KNOWN,
  base,
  fusions = NO_MERGER,
  now,
}: AnalysisInput): HeldAgainst {
  const today = now === undefined ? undefined : parisTime(now).jour;
  return { settings, circumstances: { regulation, dossiersComplets, base, fusions, today } };
}

/** True when whatever was found against the one would be found against the other. */
export function findsTheSame(one: HeldAgainst, other: HeldAgainst): boolean {
  return one.settings === other.settings && areTheSame(one.circumstances, other.circumstances);
}

function areTheSame(one: Circumstances, other: Circumstances): boolean {
  return (
    one.regulation === other.regulation &&
    one.dossiersComplets === other.dossiersComplets &&
    one.base === other.base &&
    one.fusions === other.fusions &&
    countOf(one.today) === countOf(other.today)
  );
}

function countOf(day: CalendarDate | undefined): number | undefined {
  return day && dayCount(day);
}
