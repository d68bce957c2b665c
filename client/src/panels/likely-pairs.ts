const STEP = /\.(avance|solde)\.json$/i;

/** `avance` or `solde` as the file's name says; undefined for another name. */
export function stepOf(path: string): 'avance' | 'solde' | undefined {
  const step = STEP.exec(path)?.[1]?.toLowerCase();
  return step === 'avance' || step === 'solde' ? step : undefined;
}

/** Paths by how well they go with `path`: the same name in the same folder first, then the longest common beginning. */
export function byLikeness(path: string, candidates: readonly string[]): readonly string[] {
  const score = (one: string): number => commonStart(stemOf(path), stemOf(one));
  const folder = folderOf(path);
  const isNear = (one: string): number => (folderOf(one) === folder ? 1 : 0);
  return candidates.toSorted((a, b) => score(b) - score(a) || isNear(b) - isNear(a) || (a < b ? -1 : 1));
}

/** The whole name counts more than any common beginning. */
function commonStart(one: string, other: string): number {
  if (one === other) return Number.MAX_SAFE_INTEGER;
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(STEP, '')
    .toLowerCase();
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
