import type { DeviationOf } from '../../formats/deviations';
import { nearValue } from '../../formats/near-value';
import { isListed, isTooLong, unusedValue, type ScalarShape } from '../../formats/shape';
import { meaningOf, readBoolean, type WordMeaning } from '../../formats/words';
import { unquoteWord } from '../../syntax/runs';
import type { FixKind } from '../finding';
import { decimalComma, numberInText } from '../valeurs/read-number';
import { isWhole } from '../wrong-type';

/** The JSON value that a word was meant to be. */
export interface Reading {
  readonly kind: FixKind;
  readonly value: string;
}

/** What stands in the place of a value, whatever the model wants there. */
export function wordMeaning({ node: { raw } }: DeviationOf<'litteral'>): WordMeaning {
  return meaningOf(raw, unquoteWord(raw));
}

/** Undefined where word and model leave no answer. */
export function readLiteral(deviation: DeviationOf<'litteral'>): Reading | undefined {
  const { shape } = deviation;
  const meaning = wordMeaning(deviation);
  const text = unquoteWord(deviation.node.raw);
  if (shape?.kind === 'boolean') {
    const value = readBoolean(text);
    if (value !== undefined) return sure(String(value));
  }
  if (meaning.kind === 'nul') return sure(shape ? unusedValue(shape) : 'null');
  if (shape === undefined || shape.kind === 'free') {
    return sure(meaning.kind === 'booleen' ? String(meaning.value) : JSON.stringify(text));
  }
  if (shape.kind === 'number') return readNumber(text, shape);
  return shape.kind === 'string' && meaning.kind === 'texte' ? readText(text, shape) : undefined;
}

function sure(value: string | undefined): Reading | undefined {
  return value === undefined ? undefined : { kind: 'safe', value };
}

/** `300 €`, `1 200`, `007`, `.5`: the digits as written. `20 %` may be 20 or 0.2. */
function readNumber(text: string, { integer }: ScalarShape): Reading | undefined {
  const unit = /(?:€|eur|euros?|%)$/i.exec(text)?.[0] ?? '';
  const tidy = text
    .slice(0, text.length - unit.length)
    .trimEnd()
    .replace(/^([-+]?)0+(?=\d)/, '$1')
    .replace(/^([-+]?)\./, '$10.')
    .replace(/\.$/, '');
  const value = decimalComma(tidy) ?? numberInText(tidy);
  if (value === undefined || /\.\d{3}/.test(value) || (integer && !isWhole(value))) return undefined;
  return { kind: unit === '%' ? 'unsafe' : 'safe', value };
}

function readText(text: string, shape: ScalarShape): Reading | undefined {
  if (text.trim() === '') return sure(unusedValue(shape));
  if (isTooLong(shape, text)) return undefined;
  if (isListed(shape, text)) return sure(JSON.stringify(text));
  const near = nearValue(shape.values ?? [], text);
  return near && { kind: near.slip === 'graphie' ? 'safe' : 'unsafe', value: JSON.stringify(near.value) };
}
