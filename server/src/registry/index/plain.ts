const OUTSIDE_ASCII = /[^\x00-\x7f]/;

/** A text as it is compared: no accents, no capitals, words of letters and digits with one space between. */
export function plain(text: string): string {
  const bare = OUTSIDE_ASCII.test(text) ? withoutAccents(text) : text;
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function withoutAccents(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
