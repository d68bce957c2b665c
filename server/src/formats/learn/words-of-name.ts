import { plain } from '../near-tag';

/** Short words that names are often written in one with: `montantht`, `tauxtva`. */
const GLUED: readonly string[] = ['ht', 'ttc', 'tva', 'geo', 'pmsi'];
/** A word of this length is told inside a name without capitals, such as `numfiness`. */
const TELLING = 4;

/** `montantHT` → `montant`, `ht`; `FINESS_géos` → `fines`, `geo`: plain, in the singular. */
export function wordsOf(name: string): string[] {
  const apart = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[^\p{L}\p{M}\d]+/u);
  return apart.map((word) => singular(plain(word))).filter((word) => word !== '');
}

/** True when a name holds one of `wanted`, which are plain words. */
export function holdsWord(
  name: string,
  words: readonly string[],
  wanted: readonly string[],
): string | undefined {
  const whole = plain(name);
  return wanted.find((word) => {
    const one = singular(word);
    return (
      words.includes(one) ||
      (word.length >= TELLING && whole.includes(word)) ||
      (GLUED.includes(word) && whole.endsWith(word))
    );
  });
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}
