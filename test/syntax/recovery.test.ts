import assert from 'node:assert/strict';
import type { JsonNode } from '../../server/src/syntax/nodes';
import { parseJson } from '../../server/src/syntax/parse';

/** The data of a tree as a JavaScript value; `⟨word⟩` for what is no JSON value, `∅` for a missing one. */
function dataOf(node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.name, dataOf(value)]));
    case 'array':
      return node.items.map(dataOf);
    case 'invalid':
      return `⟨${node.raw}⟩`;
    case 'number':
      return Number(node.raw);
    case 'null':
      return null;
    case 'hole':
      return '…';
    case 'string':
    case 'boolean':
      return node.value;
    default:
      return '∅';
  }
}

type Case = readonly [title: string, text: string, data: unknown, problems: readonly string[]];

const at = (text: string): { data: unknown; problems: string[] } => {
  const { root, problems } = parseJson(text);
  const said = [...problems].sort((a, b) => a.start - b.start);
  return { data: dataOf(root), problems: said.map(({ kind, start }) => `${kind}@${start}`) };
};

const CASES: Readonly<Record<string, readonly Case[]>> = {
  words: [
    ['a bad literal is one node', '{"a": Null, "b": 1}', { a: '⟨Null⟩', b: 1 }, []],
    [
      'several words without quotes are one text',
      '{"a": Jean Dupont, "b": 1}',
      { a: '⟨Jean Dupont⟩', b: 1 },
      [],
    ],
    ['a decimal comma', '{"a": 300,00, "b": 1}', { a: '⟨300,00⟩', b: 1 }, []],
    ['thousands and a decimal comma', '{"a": 1 200,50 }', { a: '⟨1 200,50⟩' }, []],
    ['a unit behind a number', '{"a": 300,00 €, "b": 1}', { a: '⟨300,00 €⟩', b: 1 }, []],
    ['in a list, a comma separates', '[300,00, 1]', [300, '⟨00⟩', 1], []],
    ['foreign quotes', '{"a": “x, y”, "b": 1}', { a: '⟨“x, y”⟩', b: 1 }, []],
    ['an opening quote lost', '{"a": Dupont", "b": 1}', { a: '⟨Dupont"⟩', b: 1 }, []],
    ['a date', '{"a": 01/02/2022}', { a: '⟨01/02/2022⟩' }, []],
  ],
  separators: [
    ['a comma missing', '{"a": 1\n"b": 2}', { a: 1, b: 2 }, ['virgule-manquante@6']],
    ['a semicolon for a comma', '{"a": 1; "b": 2}', { a: 1, b: 2 }, ['virgule-manquante@7']],
    ['a comma too many', '{"a": 1,}', { a: 1 }, ['virgule-en-trop@7']],
    ['a comma before the first', '{,"a": 1}', { a: 1 }, ['virgule-en-trop@1']],
    ['a colon missing', '{"a" 1}', { a: 1 }, ['deux-points-manquant@1']],
    ['an equals sign for a colon', '{"a" = 1}', { a: 1 }, ['deux-points-manquant@5']],
    ['a colon twice', '{"a":: 1}', { a: 1 }, ['deux-points-inattendu@5']],
    ['a value missing', '{"a":, "b": 2}', { a: '∅', b: 2 }, ['valeur-manquante@1']],
    ['a key alone', '{"a"}', { a: '∅' }, ['valeur-manquante@1']],
    [
      'a value missing at the end of a line',
      '{"a":\n "b": 2}',
      { a: '∅', b: 2 },
      ['valeur-manquante@1', 'virgule-manquante@4'],
    ],
    [
      'keys without quotes',
      "{a: 1, 'b': 2, “c”: 3}",
      { a: 1, b: 2, c: 3 },
      [1, 7, 15].map((o) => `cle-sans-guillemets@${o}`),
    ],
    ['comments', '{"a": 1 // x\n/* y */}', { a: 1 }, ['commentaire@8', 'commentaire@13']],
  ],
  texts: [
    ['not closed on its line', '{"a": "x,\n"b": 1}', { a: 'x', b: 1 }, ['guillemet-manquant@6']],
    ['not closed before a key', '{"a": "x, "b": 1}', { a: 'x', b: 1 }, ['guillemet-manquant@6']],
    ['a key not closed', '{"a: "x", "b": 1}', { a: 'x', b: 1 }, ['guillemet-manquant@1']],
    ['a key not closed before a number', '{"a: 300\n}', { a: 300 }, ['guillemet-manquant@1']],
    ['a key that lost its first quote', '{a": 1}', { a: 1 }, ['cle-sans-guillemets@1']],
    [
      'a bad escape keeps its backslash',
      '{"a": "C:\\dossier"}',
      { a: 'C:\\dossier' },
      ['echappement-invalide@6'],
    ],
    ['a tab', '{"a": "x\ty"}', { a: 'x\ty' }, ['caractere-interdit@6']],
    [
      'a backslash at the end of a line',
      '{"a": "x\\\n, "b": 1}',
      { a: 'x\\', b: 1 },
      ['guillemet-manquant@6'],
    ],
  ],
  brackets: [
    ['a brace missing at the end', '{"a": {"b": 1}', { a: { b: 1 } }, ['accolade-manquante@0']],
    [
      'a text cut short says it once',
      '{"a": [{"b": 1, "c',
      { a: [{ b: 1, c: '∅' }] },
      ['accolade-manquante@7'],
    ],
    ['a bracket missing before a brace', '{"a": [1, 2, "b": 3}', { a: [1, 2], b: 3 }, ['crochet-manquant@6']],
    ['a bracket missing', '{"a": [1, 2}', { a: [1, 2] }, ['crochet-manquant@6']],
    [
      'the indentation shows which brace is missing',
      '{\n  "a": {\n    "b": 1,\n  "c": 2\n}',
      { a: { b: 1 }, c: 2 },
      ['accolade-manquante@9'],
    ],
    ['a bracket too many', '{"a": 1], "b": 2}', { a: 1, b: 2 }, ['fermeture-inattendue@7']],
    ['a brace too many', '{"a": 1}, "b": 2}', { a: 1, b: 2 }, ['fermeture-inattendue@7']],
    ['something behind the end', '{"a": 1} merci', { a: 1 }, ['contenu-apres-fin@9']],
    ['a key is due, not a block', '{"a": 1, {"b": 2}}', { a: 1 }, ['cle-attendue@9']],
  ],
  'whole texts': [
    ['empty', '', '∅', ['fichier-vide@0']],
    ['blank', ' \n ', '∅', ['fichier-vide@0']],
    ['binary', 'PK\u0003\u0004\u0000\u0000', '∅', ['fichier-binaire@0']],
    ['marked', '\uFEFF{"a": 1}', { a: 1 }, []],
    ['only a closing brace', '}', '∅', ['contenu-apres-fin@0']],
    ['nested 10,000 times', '['.repeat(10_000), '∅', ['imbrication@64']],
    ['nested 10,000 times in objects', '{"a":'.repeat(10_000), '∅', ['imbrication@320']],
  ],
};

describe('recovery', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    describe(group, () => {
      for (const [title, text, data, problems] of cases) {
        it(title, () => {
          assert.deepEqual(at(text), { data, problems });
        });
      }
    });
  }

  it('a file that is well formed but badly indented is left alone', () => {
    const text = '{\n  "a": {\n    "b": 1,\n  "c": 2\n  },\n"d": 3\n}';
    assert.deepEqual(at(text), { data: JSON.parse(text) as unknown, problems: [] });
  });
});
