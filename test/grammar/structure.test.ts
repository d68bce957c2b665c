import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { grammarPath, loadGrammar } from './tokenise';

interface Rule {
  include?: string;
  match?: string;
  begin?: string;
  end?: string;
  while?: string;
  patterns?: Rule[];
  captures?: Record<string, Rule>;
  beginCaptures?: Record<string, Rule>;
  endCaptures?: Record<string, Rule>;
}

interface RawGrammar {
  patterns: Rule[];
  repository: Record<string, Rule>;
}

/**
 * The quantifiers without an upper bound of an expression which could be tried again and again: those that give back
 * what they took (not possessive), and those of a group. None of them: a search is linear in the length of the line.
 */
function costly(expression: string): string[] {
  const found: string[] = [];
  const bare = expression.replace(/\\x\{[0-9A-F]+\}|\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  for (const quantifier of bare.matchAll(/(.)(?:([*+])(\+?)|\{[0-9]*,\}\+?)/g)) {
    const [text, repeated, unbounded, possessive] = quantifier;
    if (repeated === '(' || (repeated !== ')' && unbounded !== undefined && possessive === '+')) {
      continue;
    }
    found.push(text);
  }
  return found;
}

describe('grammar: structure', () => {
  const grammar = JSON.parse(readFileSync(grammarPath, 'utf8')) as RawGrammar;
  const rules: Rule[] = [];
  const collect = (rule: Rule): void => {
    rules.push(rule);
    rule.patterns?.forEach(collect);
  };
  grammar.patterns.forEach(collect);
  Object.values(grammar.repository).forEach(collect);
  const expressions = rules
    .flatMap((rule) => [rule.match, rule.begin, rule.end])
    .filter((expression): expression is string => expression !== undefined);

  it('the detector of costly expressions detects', () => {
    assert.deepEqual(costly('(a+)+b'), ['a+', ')+']);
    assert.deepEqual(costly('[0-9]*,'), ['x*']);
    assert.deepEqual(costly('[0-9]{3,}+'), ['x{3,}+']);
    assert.deepEqual(costly('(?:ab++)*+'), [')*+']);
    assert.deepEqual(costly('\\*[0-9]++(?:\\.[0-9]{1,2})?\\s*+[*+]'), []);
  });

  it('every expression is linear', () => {
    assert.ok(expressions.length > 40);
    for (const expression of expressions) {
      assert.deepEqual(costly(expression), [], expression);
    }
  });

  it('no expression depends on another match, on the first line or on where the previous one ended', () => {
    for (const expression of expressions) {
      assert.doesNotMatch(expression, /\\[1-9kAG]/, expression);
    }
  });

  it('every block ends with its line, so that a broken line spoils no other', () => {
    const blocks = rules.filter((rule) => rule.begin !== undefined);
    assert.ok(blocks.length > 8);
    for (const { begin, end } of blocks) {
      assert.match(end ?? '', /\|\$$/, begin);
    }
    assert.ok(rules.every((rule) => rule.while === undefined));
  });

  it('no capture is painted by patterns of its own, which would copy the line each time', () => {
    const captures = rules.flatMap((rule) =>
      [rule.captures, rule.beginCaptures, rule.endCaptures].flatMap((group) => Object.values(group ?? {})),
    );
    assert.ok(captures.length > 20);
    assert.ok(captures.every((capture) => capture.patterns === undefined));
  });

  it('every include exists, every part is included', () => {
    const included = new Set(
      rules.flatMap(({ include }) => (include === undefined ? [] : [include.slice(1)])),
    );
    assert.deepEqual([...included].sort(), Object.keys(grammar.repository).sort());
  });

  it('tags and texts count as strings for the editor, bare words and numbers do not', async () => {
    const engine: IGrammar = await loadGrammar();
    const types = (line: string): number[] => {
      const { tokens } = engine.tokenizeLine2(line, null);
      return [...tokens].filter((_, index) => index % 2 === 1).map((metadata) => (metadata >>> 8) & 3);
    };
    const isString = 2;
    for (const text of ['"nom"', '"870000064"', '"12/09/2025"']) {
      assert.deepEqual([...new Set(types(text))], [isString], text);
    }
    for (const text of ['300.00', 'null', 'Vrai', '{[']) {
      assert.ok(!types(text).includes(isString), text);
    }
    assert.ok(types('"dateSignature": "2025-09-12"').filter((type) => type === isString).length >= 2);
  });
});
