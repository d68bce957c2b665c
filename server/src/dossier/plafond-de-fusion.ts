import type { Regulation } from '../regulation/regulation';
import type { Held } from '../regulation/sourced';
import type { Fusions } from './fusions';

/** The mergers that a SONS takes account of, and the text that adds up their ceilings. */
export interface FusionsAdmises {
  readonly fusions: Fusions;
  readonly held: Held<unknown> | undefined;
}

/** M11: said of the hospital corridor only. */
export function fusionsAdmises(sons: string, fusions: Fusions, { enonces }: Regulation): FusionsAdmises {
  const held = enonces.get(`${sons.split('-')[0] ?? ''}.fusion-plafond`);
  return held?.value === 'somme' ? { fusions, held } : { fusions: [], held: undefined };
}

/**
 * What a sum made by these mergers rests on besides its terms. The slide that adds ceilings up speaks of mergers before the
 * avance: of others, the sum is our reading.
 */
export function textesDeSomme({ held }: FusionsAdmises, joining: Fusions): Held<unknown>[] {
  if (held === undefined || joining.length === 0) return [];
  const isSure = joining.every(({ moment }) => moment === 'AVANT_AVANCE');
  return [isSure ? held : { ...held, status: 'à confirmer' }];
}
