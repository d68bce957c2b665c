import type { DeviationOf } from '../../formats/deviations';
import { isWhole } from '../wrong-type';
import { decimalComma, numberInText } from './read-number';

/** A value that is not the number that the model wants, though a number was clearly meant. */
export interface MisreadNumber {
  readonly node: DeviationOf<'type' | 'litteral'>['node'];
  /** As written, without the quotes. */
  readonly raw: string;
  /** The JSON number that was meant. */
  readonly number: string;
}

/** `300,00`, bare or in quotes, where a number is due or where the model says nothing. */
export function numberWithComma(deviation: DeviationOf<'type' | 'litteral'>): MisreadNumber | undefined {
  return misread(deviation, decimalComma);
}

/** `"300.00"` where a number is due. */
export function numberInQuotes(deviation: DeviationOf<'type'>): MisreadNumber | undefined {
  return misread(deviation, numberInText);
}

function misread(
  { kind, node, shape }: DeviationOf<'type' | 'litteral'>,
  read: (raw: string) => string | undefined,
): MisreadNumber | undefined {
  const expected = shape?.kind ?? 'free';
  if (expected !== 'number' && (kind === 'type' || expected !== 'free')) return undefined;
  const raw = node.kind === 'invalid' ? node.raw : node.kind === 'string' ? node.value : '';
  const number = read(raw);
  if (number === undefined || (shape?.kind === 'number' && shape.integer && !isWhole(number))) {
    return undefined;
  }
  return { node, raw, number };
}
