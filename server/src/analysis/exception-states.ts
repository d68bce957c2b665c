import type { CalendarDate } from '../regulation/calendar-date';
import { ALL_RULES, WORKSPACE_RULES } from '../rules/all';
import type { RuleSettings } from '../rules/run';
import { isOver, keyOf, type Exception } from './exceptions';

/** In force; over; in force and accepting nothing; not known to be of use or not. */
export type ExceptionState = 'en-vigueur' | 'perimee' | 'inutile' | 'inconnue';

/** What the check of a file says of its exceptions. */
export interface Witness {
  /** Keys of the exceptions that accepted something. */
  readonly used: ReadonlySet<string>;
  /** False where some of the text could not be read, so that some rules may have found less. */
  readonly isSure: boolean;
}

/** What is known where a state is asked for. */
export interface Known {
  readonly today: CalendarDate | undefined;
  /** What the check of its file says; undefined for one that was not checked. */
  readonly witness: Witness | undefined;
  /** The severities in force for that file. */
  readonly settings: RuleSettings;
  /** A base of eligible establishments is loaded. */
  readonly hasBase: boolean;
  /** Every file of the folder was read. */
  readonly isWhole: boolean;
}

/** A checked file, as far as its exceptions depend on it. */
interface Seen {
  /** Absent when the file is not one that is checked. */
  readonly dossier: object | undefined;
  readonly accepted: readonly { readonly exception: Exception }[];
  readonly findings: readonly { readonly finding: { readonly code: string } }[];
}

/** Found by what other files say. */
const CROSSING: ReadonlySet<string> = new Set(WORKSPACE_RULES.map(({ code }) => code));
const RULES = new Map(ALL_RULES.map((rule) => [rule.code, rule]));

export function witnessOf({ dossier, accepted, findings }: Seen): Witness | undefined {
  if (!dossier) return undefined;
  const isSure = findings.every(({ finding }) => RULES.get(finding.code)?.famille !== 'syntaxe');
  return { used: new Set(accepted.map(({ exception }) => keyOf(exception))), isSure };
}

/** Says that an exception is of no use only where its rule had all that it needs to find something. */
export function stateOf(exception: Exception, known: Known): ExceptionState {
  if (isOver(exception, known.today)) return 'perimee';
  if (known.witness?.used.has(keyOf(exception))) return 'en-vigueur';
  return couldFind(exception, known) ? 'inutile' : 'inconnue';
}

function couldFind({ regle }: Exception, known: Known): boolean {
  const { witness, settings, hasBase, isWhole } = known;
  const rule = RULES.get(regle);
  if (!rule || !witness?.isSure || settings[regle] === 'off' || known.today === undefined) return false;
  // Whether the files beside were listed is not known here.
  if (CROSSING.has(regle) && rule.famille === 'pieces') return false;
  return (hasBase || rule.needsBase !== true) && (isWhole || !CROSSING.has(regle));
}
