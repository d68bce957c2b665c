import { rankAt, textAt, type PackedTexts } from './packed-texts';

/**
 * The ranks of the names that hold all the words: first those in which each begins a word, then the others.
 * The names are one string: looking for one word in it costs a few milliseconds at worst, and stops at `most`.
 */
export function* searchNames(names: PackedTexts, words: readonly string[]): Generator<number, undefined> {
  // A word that no name holds is common while one types: one look spares the two that follow.
  if (words.some((word) => !names.all.includes(word))) return undefined;
  const beginning = words.map((word) => ` ${word}`);
  const seen = new Set<number>();
  for (const rank of holding(names, beginning)) {
    seen.add(rank);
    yield rank;
  }
  for (const rank of holding(names, words)) {
    if (!seen.has(rank)) yield rank;
  }
  return undefined;
}

function* holding(names: PackedTexts, parts: readonly string[]): Generator<number, undefined> {
  // The longest part is the rarest: it is looked for, and the others in the names that hold it.
  const [rarest, ...others] = [...parts].sort((a, b) => b.length - a.length);
  if (rarest === undefined) return undefined;
  let at = names.all.indexOf(rarest);
  while (at !== -1) {
    const rank = rankAt(names, at);
    const name = others.length === 0 ? '' : textAt(names, rank);
    if (others.every((part) => name.includes(part))) yield rank;
    at = names.all.indexOf(rarest, names.starts[rank + 1]);
  }
  return undefined;
}
