import type { Part } from '../../dossier/part';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';

/** What the texts say of mergers to the corridor of a request; undefined where they say nothing: all but the hospital. */
export function mergerText(
  { format: { sons } }: Part,
  sujet: 'declaration' | 'finess',
  { enonces }: Regulation,
): Held<unknown> | undefined {
  return enonces.get(`${sons?.split('-')[0] ?? ''}.fusion-${sujet}`);
}
