import type { DeviationOf } from '../formats/deviations';
import { decimalComma, numberInText } from './valeurs/read-number';

/** The rule that speaks of a value of the wrong type: one cause, one finding. */
export type TypeClaim = 'nombre-en-texte' | 'virgule-decimale' | 'booleen-texte' | 'type-invalide';

const TRUE_WORDS = /^(true|vrai|oui|yes|o|v|1)$/i;
const FALSE_WORDS = /^(false|faux|non|no|n|f|0)$/i;

export function claimOf({ node, shape }: DeviationOf<'type'>): TypeClaim {
  const text = node.kind === 'string' ? node.value : node.kind === 'number' ? node.raw : undefined;
  if (text === undefined) return 'type-invalide';
  if (shape.kind === 'boolean') return readBoolean(text) === undefined ? 'type-invalide' : 'booleen-texte';
  if (shape.kind !== 'number' || node.kind !== 'string') return 'type-invalide';
  if (decimalComma(text) !== undefined) return 'virgule-decimale';
  return numberInText(text) === undefined ? 'type-invalide' : 'nombre-en-texte';
}

/** What `vrai`, `Non`, `"1"` stand for; undefined for the rest. */
export function readBoolean(text: string): boolean | undefined {
  if (TRUE_WORDS.test(text.trim())) return true;
  return FALSE_WORDS.test(text.trim()) ? false : undefined;
}
