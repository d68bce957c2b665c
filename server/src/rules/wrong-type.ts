import type { DeviationOf } from '../formats/deviations';
import { readBoolean } from '../formats/words';
import { decimalComma, numberInText } from './valeurs/read-number';

/** The rule that speaks of a value of the wrong type: one cause, one finding. */
export type TypeClaim = 'nombre-en-texte' | 'virgule-decimale' | 'booleen-texte' | 'type-invalide';

export function claimOf(deviation: DeviationOf<'type'>): TypeClaim {
  if (booleanMeant(deviation) !== undefined) return 'booleen-texte';
  const { node, shape } = deviation;
  if (node.kind !== 'string' || shape.kind !== 'number') return 'type-invalide';
  const withComma = decimalComma(node.value);
  const number = withComma ?? numberInText(node.value);
  if (number === undefined || (shape.integer && !isWhole(number))) return 'type-invalide';
  return withComma === undefined ? 'nombre-en-texte' : 'virgule-decimale';
}

/** `"vrai"`, `"true"`, `1` where a boolean is due. */
export function booleanMeant({ node, shape }: DeviationOf<'type'>): boolean | undefined {
  if (shape.kind !== 'boolean') return undefined;
  if (node.kind === 'string') return readBoolean(node.value);
  return node.kind === 'number' ? readBoolean(node.raw) : undefined;
}

export function isWhole(number: string): boolean {
  return Number.isInteger(Number(number));
}
