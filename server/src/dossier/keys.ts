import type { SummarisedRole } from './summary';

/** What is looked up from one file to another: a beneficiary's number, or a request's reference. */
export type KeyKind = 'FINESS' | 'SIREN' | 'RPPS' | 'reference';

const KINDS: Partial<Record<SummarisedRole, KeyKind>> = {
  'reference-demande': 'reference',
  'finess-pmsi': 'FINESS',
  'finess-geo': 'FINESS',
  siren: 'SIREN',
  rpps: 'RPPS',
};

/** What a role's values are looked up as; undefined for those that nobody looks up. */
export function kindOfRole(role: SummarisedRole): KeyKind | undefined {
  return KINDS[role];
}

/** One spelling of what is written: numbers without their blanks, references as they are. */
export function keyOf(kind: KeyKind, text: string): string {
  return `${kind} ${kind === 'reference' ? text : compactNumber(text)}`;
}

/** A number as it is compared: without blanks, its letters (a FINESS of Corsica has one) in capitals. */
export function compactNumber(text: string): string {
  return /^\d*$/.test(text) ? text : text.replace(/\s+/g, '').toUpperCase();
}
