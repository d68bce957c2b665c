import { harmless } from './style';

/** Halves of a pair of surrogates and two code points: XML has no place for them, escaped or not. */
const NOT_XML = /[\p{Cs}\uFFFE\uFFFF]/gu;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of unknown origin for an element or an attribute in double quotes; line ends are kept. */
export function xmlText(text: string): string {
  const lines = text.split('\n').map((line) => harmless(line).replace(NOT_XML, '\uFFFD'));
  return lines.join('\n').replace(/[&<>"]/g, (char) => ESCAPED[char] ?? char);
}

/** ` name="value"` for each; a value that is undefined is left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
