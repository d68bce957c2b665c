// A language that nobody speaks, for tests: readable, longer than any real one, and without a plain letter of its own.
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';
const PLACE = /(\{\w+\})/;
/** How much longer than the sentence itself. */
const GROWTH = 0.4;

/**
 * A sentence of the catalogue in that language: between marks, each plain letter replaced, vowels said twice until it is
 * longer by 40 %. Its places (`{name}`) stay: whatever plain letter stands in the text that comes out was put in by code.
 */
export function pseudoSentence(sentence) {
  let wanted = Math.ceil(sentence.replaceAll(/\{\w+\}/g, '').length * GROWTH);
  const pieces = sentence.split(PLACE).map((piece) => {
    if (PLACE.test(piece)) return piece;
    return [...piece]
      .map((letter) => {
        const at = PLAIN.indexOf(letter);
        if (at < 0) return letter;
        const isSaidTwice = wanted > 0 && /[aeiouy]/.test(letter);
        if (isSaidTwice) wanted--;
        return MARKED[at].repeat(isSaidTwice ? 2 : 1);
      })
      .join('');
  });
  return `⟦${pieces.join('')}${tail(wanted)}⟧`;
}

/** A whole catalogue in that language. */
export function pseudoCatalogue(catalogue) {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, sentence]) => [key, pseudoSentence(sentence)]),
  );
}

/** What vowels did not bring. */
function tail(length) {
  const words = ' ŀǿƞɠ'.repeat(Math.ceil(length / 5));
  return length > 0 ? words.slice(0, length).trimEnd() : '';
}
