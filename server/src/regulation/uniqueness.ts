import { REGULATION, type Regulation } from './regulation';
import type { Held } from './sourced';
import type { Cle } from './values';

/**
 * The numbers that count a beneficiary once, per wave or per SONS; several are alternatives, by kind of beneficiary.
 * `cas` where a SONS tells structures from liberal doctors. Undefined when we hold nothing on it.
 */
export function uniquenessOf(
  sons: string,
  par: 'vague' | 'sons',
  cas?: 'structure' | 'liberal',
  { unicite }: Regulation = REGULATION,
): Held<readonly Cle[]> | undefined {
  const id = `${sons}.unicite-par-${par}`;
  return unicite.get(id) ?? (cas && unicite.get(`${id}.${cas}`));
}
