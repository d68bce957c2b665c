import en from '../../l10n/en.json';
import fr from '../../l10n/fr.json';
import { FormatRegistry } from '../../server/src/formats/registry';
import { REGULATION } from '../../server/src/regulation/regulation';
import type { Shape } from '../../server/src/formats/shape';
import { pseudoCatalogue } from './pseudo-sentence.mjs';

/**
 * In the suite around, every sentence of the catalogue is said in the language of pseudo-sentence.mjs. The catalogue itself
 * is changed and put back: the product has no way to it.
 */
export function sayItInPseudo(): void {
  const kept = [fr, en].map((catalogue) => ({ catalogue, sentences: { ...catalogue } }));
  before(() => {
    for (const { catalogue, sentences } of kept) Object.assign(catalogue, pseudoCatalogue(sentences));
  });
  after(() => {
    for (const { catalogue, sentences } of kept) Object.assign(catalogue, sentences);
  });
}

/** The same in both languages: words of JSON, signs of the field, and the file where users decide. */
const SIGNS = 'true false null TTC .segur/segur.json';

/**
 * The plain words of texts that come from no sentence, nor from `data`: text put in by code. A place that is still empty is
 * for a page to fill, and a word cut short is a piece of a quotation.
 */
export function unsaid(texts: readonly string[], data: readonly string[]): string[] {
  const known = new Set([
    ...NAMES,
    ...data.flatMap((text) => [...wordsOf(text), ...wordsOf(unaccented(text))]),
  ]);
  return [...new Set(texts.flatMap((text) => wordsOf(text).filter((word) => !known.has(word))))];
}

function wordsOf(text: string): string[] {
  return (
    text.replaceAll(/\{\w+\}|[\w\u00C0-\u00FF]*…[\w\u00C0-\u00FF]*/g, ' ').match(/[A-Za-z]{3,}/g) ?? []
  ).map((word) => word.toLowerCase());
}

/** As a corrected name writes it. */
function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe');
}

/** What models call their tags, and the values that they list. */
function namesIn(shape: Shape): string[] {
  switch (shape.kind) {
    case 'object':
      return shape.tags.flatMap((tag) => [tag.name, ...tag.variants, ...namesIn(tag.shape)]);
    case 'list':
      return [...shape.pieces.flat(), ...namesIn(shape.item)];
    case 'free':
      return [];
    default:
      return [...(shape.values ?? []), ...shape.examples].map(String);
  }
}

const NAMES = new Set(
  new FormatRegistry().named
    .flatMap(({ id, root }) => [id, ...namesIn(root)])
    .concat(SIGNS, ...REGULATION.echeances.keys(), ...REGULATION.baremes.keys())
    .flatMap(wordsOf),
);
