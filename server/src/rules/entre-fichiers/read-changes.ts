import { fusionEntre, fusionsDe, type FusionConnue, type Fusions } from '../../dossier/fusions';
import { compactNumber } from '../../dossier/keys';
import type { FileAmongOthers } from '../../dossier/neighbours';
import type { Mention } from '../../dossier/summary';
import { changedPerimeters, type ChangedPerimeter } from './perimetre';

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
