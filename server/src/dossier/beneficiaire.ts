import type { Role } from '../formats/roles';
import { firstOf, textOf, type Part } from './part';

/** How a person would name the beneficiary of a request. */
export interface BeneficiaireLabel {
  readonly nom: string | undefined;
  readonly numero: string | undefined;
}

const NAMES: readonly Role[] = ['nom-structure', 'nom-medecin', 'nom-representant'];
const NUMBERS: readonly Role[] = ['finess-pmsi', 'finess-geo', 'rpps', 'siren'];

export function beneficiaireOf(part: Part): BeneficiaireLabel {
  return { nom: firstText(part, NAMES), numero: firstText(part, NUMBERS) };
}

/** The request's own reference, as its publisher wrote it. */
export function referenceOf(part: Part): string | undefined {
  return textOf(firstOf(part, 'reference-demande')?.node);
}

function firstText(part: Part, roles: readonly Role[]): string | undefined {
  for (const role of roles) {
    const text = textOf(firstOf(part, role)?.node);
    if (text !== undefined) return text;
  }
  return undefined;
}
