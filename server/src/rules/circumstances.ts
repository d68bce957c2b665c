import type { Fusions } from '../dossier/fusions';
import type { Base } from '../registry/base';
import type { CalendarDate } from '../regulation/calendar-date';
import type { DossiersComplets } from '../regulation/complete-file';
import type { EpochMinutes } from '../regulation/paris-time';
import type { Regulation } from '../regulation/regulation';

/** What a rule may hold a text against beside its format. Always given from outside: the core has no clock. */
export interface Circumstances {
  /** Ours, under what the user corrected. */
  readonly regulation: Regulation;
  /** When the evidence files of the softwares were complete, as far as somebody said so. */
  readonly dossiersComplets: DossiersComplets;
  /** The day in Paris. Undefined where nobody told it: rules that need it are then silent. */
  readonly today: CalendarDate | undefined;
  /** The base of eligible establishments. Undefined where none is loaded: rules that need it are then silent. */
  readonly base: Base | undefined;
  /** The mergers of establishments that the users told of. */
  readonly fusions: Fusions;
}

/** For what is read on the whole file, anew each time: the hour counts too. */
export interface DossierCircumstances extends Circumstances {
  readonly now: EpochMinutes | undefined;
}
