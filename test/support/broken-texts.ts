import fc from 'fast-check';

/** Slips that people make, and what a text turns into when it is cut, glued or pasted over. */
export const SLIPS: readonly string[] = [
  '',
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '"',
  '\n',
  '\r\n',
  ' ',
  '//',
  '/*',
  '\\',
  "'",
  '“',
  '«',
  'Null',
  '300,00',
  '1 200,50',
  'vrai',
  '\u00a0',
  '\uFEFF',
  '__proto__',
  '"a"',
  '\u0000',
  '\t',
  'é',
];

/** `text` with a few slips in it, or cut. */
export function brokenFrom(text: string): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.nat({ max: text.length }),
    removed: fc.nat({ max: 12 }),
    added: fc.constantFrom(...SLIPS),
  });
  const slipped = fc
    .array(slip, { minLength: 1, maxLength: 6 })
    .map((slips) =>
      slips.reduce((all, { at, removed, added }) => all.slice(0, at) + added + all.slice(at + removed), text),
    );
  return fc.oneof(
    slipped,
    fc.nat({ max: text.length }).map((end) => text.slice(0, end)),
  );
}

/** Any text at all, made of what JSON is made of more often than not. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...SLIPS), fc.json(), fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));
