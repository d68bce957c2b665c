const DIGITS = '0123456789';

/** Texts that differ by one character of a FINESS, or by two neighbours swapped. */
export function nearNumbers(finess: string): readonly string[] {
  const near = new Set<string>();
  for (let at = 0; at < finess.length; at++) {
    const [before, after] = [finess.slice(0, at), finess.slice(at + 1)];
    // Of letters, only those of Corsica are in use.
    for (const other of at === 1 ? `${DIGITS}AB` : DIGITS) near.add(before + other + after);
    near.add(before + finess.slice(at + 1, at + 2) + finess.slice(at, at + 1) + finess.slice(at + 2));
  }
  near.delete(finess);
  return [...near].sort();
}
