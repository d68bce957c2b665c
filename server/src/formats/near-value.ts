import { plain, withinOneSlip } from './near-tag';

/** The value of a closed list that a text was probably meant to be. */
export interface NearValue {
  readonly value: string;
  /** `graphie`: only case, accents, blanks, dashes or underscores differ. */
  readonly slip: 'graphie' | 'lettre';
}

/** Undefined when there is none, or no single one. */
export function nearValue(values: readonly string[], text: string): NearValue | undefined {
  const written = plain(text);
  const same = values.filter((value) => plain(value) === written);
  if (same.length > 0) return only(same, 'graphie');
  return only(
    values.filter((value) => value.length > 3 && withinOneSlip(written, plain(value))),
    'lettre',
  );
}

function only(values: readonly string[], slip: NearValue['slip']): NearValue | undefined {
  const [value] = values;
  return values.length === 1 && value !== undefined ? { value, slip } : undefined;
}
