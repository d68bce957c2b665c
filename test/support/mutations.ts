import fc from 'fast-check';
import type { JsonNode, PropertyNode } from '../../server/src/syntax/nodes';
import { applyEdits, removeChild, replaceNode, type Edit } from '../../server/src/syntax/edits';
import { parseJson } from '../../server/src/syntax/parse';
import { NAMED_FORMATS, validFile } from './valid-files';

/** Spoils a text at a place picked by `at` (from 0 to 1) in a way picked by `pick`; the text itself where it cannot. */
export type Mutation = (text: string, at: number, pick: number) => string;

const BAD_VALUES = [
  [
    'Null',
    'NULL',
    'nul',
    'None',
    'undefined',
    'vrai',
    'False',
    'oui',
    'Non',
    'texte nu',
    "'texte'",
    '“texte”',
  ],
  [
    '12/09/2025',
    '300,00',
    '1 200,50',
    '300 €',
    '007',
    '+5',
    '.5',
    '5.',
    '20 %',
    '1,200',
    'NaN',
    '01 23 45 67 89',
  ],
  ['""', '{}', '[]', 'null', '"null"', '" "', '[null]', '[""]', '[{}]', '[[]]'],
  [
    '12',
    '"12"',
    'true',
    '"vrai"',
    '"true"',
    '1',
    '0',
    '{ "a": 1 }',
    '["x"]',
    '"300,00"',
    '"1 200"',
    '4.5',
    '1e3',
  ],
  [
    '"2025-09-12"',
    '"31/02/2025"',
    '"1/2/25"',
    '"12.09.2025"',
    '"01 23 45 67 89"',
    '"87 000 00 64"',
    '"8700064"',
  ],
  [
    '"MSP "',
    '"vague 2"',
    '"VAGUE_3"',
    '"AVANCES"',
    '"liberal"',
    '"représentant"',
    '"reprÃ©sentant"',
    '"a\uFFFDb"',
  ],
  [
    '300.005',
    '1000',
    '-5',
    '99999999999',
    '"bon de commande.pdf"',
    '"pièce.docx"',
    '"nom sans fin"',
    '"a@b"',
  ],
] as const;

const pickOf = <T>(list: readonly T[], at: number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(at * list.length))];

const VALUE_MUTATIONS: readonly Mutation[] = BAD_VALUES.map(
  (values) => (text, at, pick) =>
    onProperty(text, at, ({ value }) => value && [replaceNode(value, pickOf(values, pick) ?? '')]),
);

const KEY_SLIPS: readonly ((name: string) => string)[] = [
  (name) => name.toLowerCase(),
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
  (name) => (name.endsWith('s') ? name.slice(0, -1) : `${name}s`),
  (name) => name.replace('e', 'é'),
  (name) => name.slice(1),
  (name) => name.slice(0, 2) + name.slice(3, 4) + name.slice(2, 3) + name.slice(4),
  (name) => `${name}x`,
  (name) => `x-${name}-y`,
  (name) => name.replace(/([A-Z])/, '_$1'),
  (name) => name.replace('e', 'Ã©'),
  (name) => name.replace('e', '\uFFFD'),
];

/** All the ways. */
export const MUTATIONS: readonly Mutation[] = [
  ...VALUE_MUTATIONS,
  (text, at) => onProperty(text, at, (property, tree) => [removeChild(tree, property)]),
  (text, at, pick) =>
    onProperty(text, at, ({ key }) => [
      replaceNode(key, JSON.stringify(pickOf(KEY_SLIPS, pick)?.(key.name) ?? key.name)),
    ]),
  // A key twice, with the same value or with another.
  (text, at, pick) =>
    onProperty(text, at, (property) => {
      const written = text.slice(property.start, property.end);
      const copy = pick < 0.5 ? written : `${text.slice(property.key.start, property.key.end)}: "autre"`;
      return [{ start: property.end, end: property.end, text: `, ${copy}` }];
    }),
  (text, at, pick) =>
    onProperty(text, at, ({ key }) => [
      replaceNode(key, pickOf([key.name, `'${key.name}'`, `“${key.name}”`], pick) ?? ''),
    ]),
  // One sign lost, one too many.
  (text, at, pick) => onSign(text, at, pickOf([',', ':', '"', '{', '}', '[', ']'], pick) ?? ',', () => ''),
  (text, at, pick) => onSign(text, at, pickOf([',', ':', '}', ']'], pick) ?? ',', (sign) => sign + sign),
  (text, at, pick) =>
    onSign(text, at, ',', () => pickOf([';', ', // remarque\n', ', /* remarque */', ' ,\n\n'], pick) ?? ''),
  (text, at, pick) => onSign(text, at, '"', () => pickOf(['\\', '"\\x', '"\t', "'"], pick) ?? ''),
  // The whole text.
  (text, at) => text.slice(0, Math.floor(at * text.length)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/\n\s*/g, ' '),
  (text) => text.replace(/^\s+/gm, ''),
  (text) => `\uFEFF${text}`,
];

/** A right file of some format that has undergone a few mutations. */
export function mutatedFile(most: number): fc.Arbitrary<string> {
  return mutated(
    fc.constantFrom(...NAMED_FORMATS).map((format) => validFile(format, 2)),
    most,
  );
}

/** A right text that has undergone a few mutations. */
export function mutated(right: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  const rate = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((tenThousandths) => tenThousandths / 10_000);
  return fc
    .tuple(
      right,
      fc.array(fc.tuple(fc.constantFrom(...MUTATIONS), rate, rate), { minLength: 1, maxLength: most }),
    )
    .map(([whole, mutations]) =>
      mutations.reduce((text, [mutate, at, pick]) => mutate(text, at, pick), whole),
    );
}

function onProperty(
  text: string,
  at: number,
  change: (property: PropertyNode, tree: ReturnType<typeof parseJson>) => readonly Edit[] | undefined,
): string {
  const tree = parseJson(text);
  const property = pickOf([...propertiesOf(tree.root)], at);
  const edits = property && change(property, tree);
  return edits ? applyEdits(text, edits) : text;
}

function* propertiesOf(node: JsonNode | undefined): Generator<PropertyNode> {
  if (node?.kind === 'array') for (const item of node.items) yield* propertiesOf(item);
  if (node?.kind !== 'object') return;
  for (const property of node.properties) {
    yield property;
    yield* propertiesOf(property.value);
  }
}

/** Changes the occurrence of a sign that comes behind `at`. */
function onSign(text: string, at: number, sign: string, change: (sign: string) => string): string {
  const start = text.indexOf(sign, Math.floor(at * text.length));
  return start < 0 ? text : text.slice(0, start) + change(sign) + text.slice(start + 1);
}
