import { compactNumber } from '../../dossier/keys';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionsAt, rangOf, requestCount, type Mention, type SummarisedRole } from '../../dossier/summary';

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
  if (file.summary.etape !== 'solde') return [];
  return Array.from({ length: requestCount(file.summary) }, (_, rang) => rang).flatMap((rang) => {
    const [reference, another] = mentionsAt(file.summary, rang, ['reference-demande']);
    const avance = reference && !another ? avanceOf(reference.text, file) : undefined;
    return reference && avance ? changesIn(rang, reference, avance, file) : [];
  });
}

/** The only request of avance that carries this reference, for the same SONS. */
function avanceOf(reference: string, { uri, summary, neighbours }: FileAmongOthers): Place | undefined {
  const [only, ...others] = neighbours
    .placesOf('reference', reference, uri)
    .filter((place) => place.summary.etape === 'avance' && place.summary.sons === summary.sons);
  return others.length === 0 ? only : undefined;
}

function changesIn(
  rang: number,
  reference: Mention,
  avance: Place,
  { summary }: FileAmongOthers,
): ChangedPerimeter[] {
  const before = rangOf(avance.summary, avance.mention);
  for (const numbers of [OWN_NUMBERS, COMPANY_NUMBERS]) {
    const then = mentionsAt(avance.summary, before, Object.keys(numbers));
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

/** The beneficiary that took the place of another: exactly one is gone and one is new, of the same kind. */
export function replacementIn({
  removed,
  added,
}: ChangedPerimeter): { readonly before: Mention; readonly after: Mention } | undefined {
  const [before, ...othersBefore] = removed;
  const [after, ...othersAfter] = added;
  if (!before || !after || othersBefore.length + othersAfter.length > 0) return undefined;
  return before.role === after.role ? { before, after } : undefined;
}
