import { compactNumber } from '../../dossier/keys';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionsAt, type Mention, type SummarisedRole } from '../../dossier/summary';
import { soldesWithAvance, type SoldeWithAvance } from './avance-of';

/** A request of solde beside its avance, where their beneficiaries differ. */
export interface ChangedPerimeter {
  /** The reference that both carry: in the solde, and where it stands in the avance. */
  readonly reference: Mention;
  readonly avance: Place;
  /** Numbers of the avance that the solde has no more. */
  readonly removed: readonly Mention[];
  /** Numbers of the solde that the avance had not. */
  readonly added: readonly Mention[];
}

/** Numbers that tell beneficiaries, with the characters they take; the SIREN counts where there is no other one. */
const OWN_NUMBERS: Partial<Record<SummarisedRole, number>> = { 'finess-pmsi': 9, 'finess-geo': 9, rpps: 11 };
const COMPANY_NUMBERS: Partial<Record<SummarisedRole, number>> = { siren: 9 };

/**
 * The requests of solde whose beneficiaries are not those of their avance. Silent where the avance is not known, where
 * several claim the reference, and where a number on either side is none: nothing can be compared then.
 */
export function changedPerimeters(file: FileAmongOthers): ChangedPerimeter[] {
  return soldesWithAvance(file).flatMap((solde) => changesIn(solde, file));
}

function changesIn(
  { rang, reference, avance, rangAvance }: SoldeWithAvance,
  { summary }: FileAmongOthers,
): ChangedPerimeter[] {
  for (const numbers of [OWN_NUMBERS, COMPANY_NUMBERS]) {
    const then = mentionsAt(avance.summary, rangAvance, Object.keys(numbers));
    const now = mentionsAt(summary, rang, Object.keys(numbers));
    if (then.length === 0 && now.length === 0) continue;
    const sound = [...then, ...now].every(({ role, text }) => compactNumber(text).length === numbers[role]);
    if (then.length === 0 || now.length === 0 || !sound) return [];
    const [removed, added] = [without(then, now), without(now, then)];
    return removed.length + added.length > 0 ? [{ reference, avance, removed, added }] : [];
  }
  return [];
}

/** The mentions of numbers that the others lack, each number once. */
function without(mentions: readonly Mention[], others: readonly Mention[]): Mention[] {
  const known = new Set(others.map(numberOf));
  return mentions.filter((mention) => {
    const isNew = !known.has(numberOf(mention));
    known.add(numberOf(mention));
    return isNew;
  });
}

function numberOf({ role, text }: Mention): string {
  return `${role} ${compactNumber(text)}`;
}
