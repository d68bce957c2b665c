const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const LINES_SEEN = 40;
const CHARACTERS_SEEN = 64 * 1024;

/** The separator of a CSV: what Excel's `sep=` says, else the one that cuts the most lines into as many cells. */
export function separatorOf(text: string): Separator {
  const [, said] = /^sep=([;,\t|])\r?\n/i.exec(text) ?? [];
  const told = SEPARATORS.find((separator) => separator === said);
  if (told !== undefined) return told;
  const lines = text
    .slice(0, CHARACTERS_SEEN)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_SEEN);
  const [best] = SEPARATORS.map((separator) => ({ separator, score: regularity(lines, separator) })).sort(
    (a, b) => b.score - a.score,
  );
  return best?.separator ?? ';';
}

/** How many cells are cut by the number of separators that most lines share. */
function regularity(lines: readonly string[], separator: Separator): number {
  const shared = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(separator).length - 1;
    if (count > 0) shared.set(count, (shared.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...shared].map(([count, times]) => times * times * count));
}
