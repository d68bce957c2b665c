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

/** An ISO day, with or without an hour. */
export function instant(option: WrittenOption | undefined): Date | undefined {
  if (!option) return undefined;
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(option.value ?? '') ?? [];
  const date = new Date(option.value ?? '');
  // 2026-02-30 would silently become the 2nd of March.
  const exists = day !== '' && !Number.isNaN(date.getTime()) && new Date(day).toISOString().startsWith(day);
  if (!exists) throw cannotRun('cli.option-date', facts(option));
  return date;
}

function facts({ rawName, value }: WrittenOption): { option: string; valeur: string } {
  return { option: rawName, valeur: value ?? '' };
}
