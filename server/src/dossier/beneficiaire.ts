import type { Role } from '../formats/roles';
import { firstOf, textOf, type Part } from './part';

/** How a person would name the beneficiary of a request. */
export interface BeneficiaireLabel {
  readonly nom: string | undefined;
  readonly numero: string | undefined;
  /** What that number is. */
  readonly sorte: NumeroSorte | undefined;
}

type NumeroSorte = 'FINESS' | 'RPPS' | 'SIREN';

const NAMES: readonly Role[] = ['nom-structure', 'nom-medecin', 'nom-representant'];
const NUMBERS: readonly (readonly [Role, NumeroSorte])[] = [
  ['finess-pmsi', 'FINESS'],
  ['finess-geo', 'FINESS'],
  ['rpps', 'RPPS'],
  ['siren', 'SIREN'],
];

export function beneficiaireOf(part: Part): BeneficiaireLabel {
  const numbered = NUMBERS.find(([role]) => textAt(part, role) !== undefined);
  return {
    nom: NAMES.map((role) => textAt(part, role)).find((nom) => nom !== undefined),
    numero: numbered && textAt(part, numbered[0]),
    sorte: numbered?.[1],
  };
}

/** The request's own reference, as its publisher wrote it. */
export function referenceOf(part: Part): string | undefined {
  return textAt(part, 'reference-demande');
}

function textAt(part: Part, role: Role): string | undefined {
  return textOf(firstOf(part, role)?.node);
}
