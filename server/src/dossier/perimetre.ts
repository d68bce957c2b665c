import type { Role } from '../formats/roles';
import { compact } from './compact';
import { finessMeant } from './finess';
import { textOf, valuesOf, type Part } from './part';

const NUMBERS: readonly Role[] = ['rpps', 'siren', 'siret'];

/** What an establishment or a doctor is told by; a company's number tells nobody apart from the group around. */
type Sorte = 'FINESS' | 'RPPS' | 'SIREN' | 'SIRET';

/**
 * The beneficiaries of a request, each by its number with the kind in front: FINESS and RPPS, or SIREN and SIRET where
 * the request has neither.
 */
export function perimetreOf(part: Part): readonly string[] {
  const finess = textsAt(part, 'finess-pmsi', 'finess-geo').map((text) => finessMeant(text) ?? tidy(text));
  const [rpps = [], siren = [], siret = []] = NUMBERS.map((role) => textsAt(part, role).map(tidy));
  const own = [...kind('FINESS', finess), ...kind('RPPS', rpps)];
  return [...new Set(own.length > 0 ? own : [...kind('SIREN', siren), ...kind('SIRET', siret)])];
}

function kind(sorte: Sorte, numbers: readonly string[]): string[] {
  return numbers.filter((number) => number !== '').map((number) => `${sorte} ${number}`);
}

function tidy(text: string): string {
  return compact(text).replace(/[.\-\u2010-\u2015]/g, '');
}

function textsAt(part: Part, ...roles: readonly Role[]): string[] {
  return valuesOf(part, ...roles).flatMap(({ node }) => textOf(node) ?? []);
}
