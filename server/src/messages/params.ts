import type { Langue } from './langue';
import { plainQuantity, quantityText, type Quantity } from './quantity';

/** What fills a place of a sentence; a list is written out piece after piece. */
export type MessageParam = string | number | Quantity | readonly (string | Quantity)[];
export type MessageParams = Readonly<Record<string, MessageParam>>;

/** What tools read: each quantity in digits with a point, whatever the language. */
export type Facts = Readonly<Record<string, string | number>>;

/** The parameters as a sentence of that language shows them. */
export function wordsOf(params: MessageParams, langue: Langue): Facts {
  return written(params, (quantity) => quantityText(quantity, langue));
}

/** The parameters as data. */
export function factsOf(params: MessageParams): Facts {
  return written(params, plainQuantity);
}

function written(params: MessageParams, write: (quantity: Quantity) => string): Facts {
  const piece = (part: string | Quantity) => (typeof part === 'string' ? part : write(part));
  const whole = (param: MessageParam) => {
    if (typeof param === 'number') return param;
    return isList(param) ? param.map(piece).join('') : piece(param);
  };
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, whole(param)]));
}

/** `Array.isArray` does not tell a read-only list from the rest. */
export function isList(param: MessageParam): param is readonly (string | Quantity)[] {
  return Array.isArray(param);
}
