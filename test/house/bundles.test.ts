import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Bundle } from '../../esbuild.mjs';
import { codeFromText, requiredModules } from './code-from-text';

const root = resolve(__dirname, '../..');
/**
 * Bytes. The servers hold every sentence in two languages (260 KB), the dates and figures of the texts with the check of a
 * user's own (100 KB), the reader of workbooks (70 KB), what follows an edit (10 KB). The command line is the server of every client that starts a
 * process. Of the extension, the library that speaks to the server is more than 400 KB.
 */
const LIMIT = 500 * 1024;
const LIMITS: Readonly<Record<string, number>> = {
  'extension.js': 515 * 1024,
  'web/server.js': 1080 * 1024,
  'cli.js': 1210 * 1024,
};

describe('bundles', () => {
  it('the search for code made from text finds each of its forms', () => {
    const forms = [
      'new Function("return 1")',
      'Function("return this")()',
      'globalThis.Function("x")',
      'new globalThis.Function("x")',
      'eval("1")',
      '(0, eval)("1")',
      'globalThis.eval("1")',
      'setTimeout("f()", 1)',
    ];
    for (const form of forms) assert.equal(codeFromText(`const a = 1; ${form};`).length, 1, form);
    assert.deepEqual(codeFromText('x instanceof Function; setTimeout(f, 1); "eval(1)"; o.evaluate(1);'), []);
  });

  for (const out of [
    'extension.js',
    'cli.js',
    'web/extension.js',
    'web/server.js',
    'panels/candidature.js',
    'panels/echeances.js',
    'panels/comparaison.js',
    'panels/montants.js',
  ]) {
    describe(`dist/${out}`, () => {
      let text: string;
      let bundle: Bundle;

      before(async () => {
        const { bundles, buildOptions } = await import('../../esbuild.mjs');
        const found = bundles.find((candidate) => candidate.out === `dist/${out}`);
        assert.ok(found);
        bundle = found;
        const result = await build({ ...buildOptions(bundle), sourcemap: false, write: false });
        text = result.outputFiles?.[0]?.text ?? '';
        assert.notEqual(text, '');
      });

      it('makes no code from text (content policies of workers and webviews)', () => {
        assert.deepEqual(codeFromText(text), []);
      });

      it('requires nothing but what its host has', () => {
        const host = bundle.platform === 'node' ? builtinModules : [];
        const known = new Set([...host, ...host.map((name) => `node:${name}`), 'vscode']);
        assert.deepEqual(
          requiredModules(text).filter((name) => !known.has(name)),
          [],
        );
      });

      it('is within its weight', () => {
        assert.ok(text.length <= (LIMITS[out] ?? LIMIT), `${(text.length / 1024).toFixed(0)} KB`);
      });

      it('holds the sentences of the command line only if it is the command line', () => {
        assert.equal(text.includes('cli.commande-absente'), out === 'cli.js');
      });

      it('as built on the disk, makes no code from text either', function () {
        const built = join(root, 'dist', out);
        if (existsSync(built)) assert.deepEqual(codeFromText(readFileSync(built, 'utf8')), []);
      });
    });
  }
});
