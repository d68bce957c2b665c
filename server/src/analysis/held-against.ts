import { NO_MERGER } from '../dossier/fusions';
import type { CalendarDate } from '../regulation/calendar-date';
import { NO_COMPLETE_FILE_KNOWN } from '../regulation/complete-file';
import { dayCount } from '../regulation/day-count';
import { parisTime } from '../regulation/paris-time';
import { REGULATION } from '../regulation/regulation';
import type { Circumstances } from '../rules/circumstances';
import type { RuleSettings } from '../rules/run';
import type { AnalysisInput } from './analysis-input';

const NO_SETTINGS: RuleSettings = {};

/** What a file is held against: the product's own dates and figures where nobody gave others. */
export function heldAgainst({
  settings = NO_SETTINGS,
  regulation = REGULATION,
  dossiersComplets = NO_COMPLETE_FILE_KNOWN,
  base,
  fusions = NO_MERGER,
  now,
}: AnalysisInput): { readonly settings: RuleSettings; readonly circumstances: Circumstances } {
  const today = now === undefined ? undefined : parisTime(now).jour;
  return { settings, circumstances: { regulation, dossiersComplets, base, fusions, today } };
}

/** True when whatever was found in one of these circumstances would be found in the other. */
export function areTheSame(one: Circumstances, other: Circumstances): boolean {
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
