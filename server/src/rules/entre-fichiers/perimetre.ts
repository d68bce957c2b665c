import { compactNumber } from '../../dossier/keys';
import { fusionEntre, fusionsDe, type FusionConnue, type Fusions } from '../../dossier/fusions';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionsAt, type Mention, type SummarisedRole } from '../../dossier/summary';
import { soldesWithAvance, type SoldeWithAvance } from './avance-of';

/** A request of solde beside its avance, where their beneficiaries differ. */
interface ChangedPerimeter {
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
function changedPerimeters(file: FileAmongOthers): ChangedPerimeter[] {
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

/** A beneficiary that took the place of others: of one, or of several that a merger made it from. */
export interface Replacement {
  readonly before: readonly [Mention, ...Mention[]];
  readonly after: Mention;
  /** The merger that explains it, where the users told of one. */
  readonly fusion: FusionConnue | undefined;
}

/** A change of beneficiaries, told apart: what was replaced, and what only went or came. */
export interface ReadChange extends ChangedPerimeter {
  readonly replacements: readonly Replacement[];
}

/** The changes of a file. What a merger made of others takes their place, however many they are. */
export function readChanges(file: FileAmongOthers, fusions: Fusions): ReadChange[] {
  return changedPerimeters(file).map((change) => {
    const merged = change.added.flatMap((after) => mergedInto(after, change.removed, fusions) ?? []);
    const rest = {
      removed: change.removed.filter((one) => !merged.some(({ before }) => before.includes(one))),
      added: change.added.filter((one) => !merged.some(({ after }) => after === one)),
    };
    const ordinary = replacementIn(rest);
    if (!ordinary) return { ...change, ...rest, replacements: merged };
    return { ...change, removed: [], added: [], replacements: [...merged, ordinary] };
  });
}

function mergedInto(after: Mention, removed: readonly Mention[], fusions: Fusions): Replacement | undefined {
  const apres = compactNumber(after.text);
  const fusionOf = ({ role, text }: Mention): FusionConnue | undefined =>
    role === after.role ? fusionEntre(compactNumber(text), apres, fusions) : undefined;
  const [first, ...others] = removed.filter((one) => fusionOf(one) !== undefined);
  return first && { before: [first, ...others], after, fusion: fusionOf(first) };
}

/** The beneficiary that took the place of another: exactly one is gone and one is new, of the same kind. */
function replacementIn({
  removed,
  added,
}: Pick<ChangedPerimeter, 'removed' | 'added'>): Replacement | undefined {
  const [before, ...othersBefore] = removed;
  const [after, ...othersAfter] = added;
  if (!before || !after || othersBefore.length + othersAfter.length > 0) return undefined;
  return before.role === after.role ? { before: [before], after, fusion: undefined } : undefined;
}

/** The merger that names a FINESS; undefined for another number, and where nobody told of one. */
export function fusionAround({ role, text }: Mention, fusions: Fusions): FusionConnue | undefined {
  return role === 'finess-pmsi' ? fusionsDe(compactNumber(text), fusions)[0] : undefined;
}
