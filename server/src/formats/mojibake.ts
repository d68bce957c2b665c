/**
 * UTF-8 that was read as Windows-1252 somewhere on its way (`reprÃ©sentant`), and what it was before.
 * Only sequences that give a letter or a sign of French are read: `SANTÉ »` and `L'ÉTÉ…` are what they seem.
 */

/** The characters that Windows-1252 puts at 0x80…0x9F, in order; a blank where it has none. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** What a French text is made of beyond ASCII. */
const FRENCH = /^[\u00A0-\u00FFŒœŸ€‘’“”–—…•\u202F]$/;
/** Two bytes behind `Ã`, `Â` or `Å`, three behind `â`. */
const SEQUENCES = /[ÂÃÅ][^\x00-\x7F]|â[^\x00-\x7F]{2}/g;

/** The text with its spoilt sequences read again; undefined when it has none. */
export function unspoil(text: string): string | undefined {
  const read = text.replace(SEQUENCES, (sequence) => decode(sequence) ?? sequence);
  return read === text ? undefined : read;
}

/** True when `written` is `known` with each `\uFFFD` standing for a character that was lost. */
export function isLossy(written: string, known: string): boolean {
  if (!written.includes('\uFFFD')) return false;
  const kept = written.split(/\uFFFD+/).map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${kept.join('[^\\x00-\\x7F]{1,2}')}$`).test(known);
}

function decode(sequence: string): string | undefined {
  const bytes = Array.from(sequence, byteOf);
  try {
    const text = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
    return FRENCH.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function byteOf(char: string): number {
  const rank = char === ' ' ? -1 : WINDOWS.indexOf(char);
  return rank < 0 ? char.charCodeAt(0) & 0xff : 0x80 + rank;
}
