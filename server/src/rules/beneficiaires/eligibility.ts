import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';

/** The number that the base of eligible establishments is asked for. */
export const ELIGIBLE_ROLE = 'finess-pmsi';

/** The text that makes beneficiaries of this SONS stand in the base of eligible establishments; undefined where none does. */
export function eligibilityOf(sons: string | undefined, { enonces }: Regulation): Held<unknown> | undefined {
  const couloir = sons?.split('-')[0] ?? '';
  const held = enonces.get(`${couloir}.base-es-eligibles`);
  return held?.value === true ? held : undefined;
}
