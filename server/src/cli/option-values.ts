import { dayCount, parseIsoDay } from '../regulation/day-count';
import { parisInstant, type EpochMinutes } from '../regulation/paris-time';
import { cannotRun } from './outcome';

/** An option as written: `rawName` with its dashes, `value` undefined when none was. */
export interface WrittenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

/** The value, one of `values`; undefined without the option. Throws on any other value, as all functions here. */
export function oneOf<V extends string>(
  option: WrittenOption | undefined,
  values: readonly V[],
): V | undefined {
  if (!option) return undefined;
  const chosen = values.find((candidate) => candidate === option.value);
  if (chosen === undefined) {
    throw cannotRun('cli.option-valeur', { ...facts(option), attendu: values.join(', ') });
  }
  return chosen;
}

/** A whole number, 0 or more. */
export function count(option: WrittenOption | undefined): number | undefined {
  if (!option) return undefined;
  if (!/^\d{1,9}$/.test(option.value ?? '')) throw cannotRun('cli.option-nombre', facts(option));
  return Number(option.value);
}

/** The path of a file. */
export function filePath(option: WrittenOption | undefined): string | undefined {
  if (!option) return undefined;
  if (!option.value) throw cannotRun('cli.option-fichier', facts(option));
  return option.value;
}

const ISO_INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** An ISO day, with or without an hour; that of Paris when it has no offset of its own. */
export function instant(option: WrittenOption | undefined): EpochMinutes | undefined {
  if (!option) return undefined;
  const [, day = '', hours = '00', minutes = '00', offset] = ISO_INSTANT.exec(option.value ?? '') ?? [];
  const date = parseIsoDay(day);
  if (!date) throw cannotRun('cli.option-date', facts(option));
  const ofDay = Number(hours) * 60 + Number(minutes);
  return offset === undefined ? parisInstant(date, ofDay) : dayCount(date) * 1440 + ofDay - minutesOf(offset);
}

/** `+01:00` as 60. */
function minutesOf(offset: string): number {
  const [hours = '', minutes = ''] = offset.slice(1).split(':');
  const value = Number(hours) * 60 + Number(minutes);
  return offset.startsWith('-') ? -value : value;
}

function facts({ rawName, value }: WrittenOption): { option: string; valeur: string } {
  return { option: rawName, valeur: value ?? '' };
}
