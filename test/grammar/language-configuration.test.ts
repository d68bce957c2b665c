import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LanguageConfiguration {
  comments?: unknown;
  wordPattern: string;
  autoClosingPairs: { open: string; notIn: string[] }[];
  indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
  onEnterRules: { beforeText: string; afterText: string }[];
}

describe('language configuration', () => {
  const path = resolve(__dirname, '../../syntaxes/segur-demande.language-configuration.json');
  const configuration = JSON.parse(readFileSync(path, 'utf8')) as LanguageConfiguration;
  const words = (line: string): string[] => line.match(new RegExp(configuration.wordPattern, 'g')) ?? [];

  it('offers no comment: these files are uploaded', () => {
    assert.equal(configuration.comments, undefined);
  });

  it('a string with its quotes is one word, so are bare values', () => {
    assert.deepEqual(words('{"nom" : "a \\" b", "montantHT":300.00, "x": Null}'), [
      '"nom"',
      '"a \\" b"',
      '"montantHT"',
      '300.00',
      '"x"',
      'Null',
    ]);
    assert.deepEqual(words('"sans fin'), ['"sans fin']);
  });

  it('nothing closes by itself inside a string', () => {
    assert.deepEqual(configuration.autoClosingPairs.map(({ open }) => open).sort(), ['"', '[', '{']);
    assert.ok(configuration.autoClosingPairs.every(({ notIn }) => notIn.includes('string')));
  });

  it('indents after an opening bracket, comes back on a closing one', () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);
    for (const line of ['{', '  "liberal": {', '"demandes": [ ']) assert.match(line, increase);
    for (const line of ['"liste": [],', '"a": 1,', '"a": "{",']) assert.doesNotMatch(line, increase);
    for (const line of ['}', '  ],', '  }]']) assert.match(line, decrease);
    for (const line of ['"a": []', '{ }']) assert.doesNotMatch(line, decrease);
  });

  it('Enter between two brackets opens a line between them', () => {
    const [rule] = configuration.onEnterRules;
    assert.ok(rule);
    assert.match('  "liberal": {', new RegExp(rule.beforeText));
    assert.match('},', new RegExp(rule.afterText));
    assert.doesNotMatch(' "a": 1', new RegExp(rule.afterText));
  });
});
