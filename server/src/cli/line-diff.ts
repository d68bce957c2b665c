/** Lines from `at` (from 0) on, `removed` of which give way to `added`. */
export interface LineChange {
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How far apart the two texts may drift before the lines between count as rewritten. */
const WINDOW = 80;

interface GrowingChange {
  readonly at: number;
  readonly removed: string[];
  readonly added: string[];
}

/** Where two texts differ, line by line. Not the shortest description: mending touches few lines, close together. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: GrowingChange[] = [];
  let open: GrowingChange | undefined;
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (!open) changes.push((open = { at: i, removed: [], added: [] }));
    const [removed, added] = nextMeeting(before, after, i, j);
    open.removed.push(...before.slice(i, i + removed));
    open.added.push(...after.slice(j, j + added));
    i += removed;
    j += added;
  }
  return changes;
}

/** The fewest lines to leave out on both sides until the texts visibly agree again. */
function nextMeeting(
  before: readonly string[],
  after: readonly string[],
  i: number,
  j: number,
): [number, number] {
  if (before[i + 1] === after[j + 1] && /\w/.test(before[i + 1] ?? '')) return [1, 1];
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (let removed = 0; removed <= distance; removed++) {
      const added = distance - removed;
      if (agree(before, after, i + removed, j + added)) return [removed, added];
    }
  }
  return [i < before.length ? 1 : 0, j < after.length ? 1 : 0];
}

/** Two equal lines: one alone may be a bracket that is found everywhere. */
function agree(before: readonly string[], after: readonly string[], i: number, j: number): boolean {
  if (i > before.length || j > after.length) return false;
  return before[i] === after[j] && before[i + 1] === after[j + 1];
}
