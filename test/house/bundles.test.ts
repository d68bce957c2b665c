import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Bundle } from '../../esbuild.mjs';
import { codeFromText, requiredModules } from './code-from-text';

const root = resolve(__dirname, '../..');
/**
 * Kilobytes that `npm run budgets` prints too. The servers hold every sentence in two languages (260 KB), the dates and
 * figures of the texts with the check of a user's own (100 KB), the reader of workbooks (70 KB), what follows an edit
 * (10 KB). The command line is the server of every client that starts a process. The library that speaks to the server
 * is more than 400 KB of the browser's extension; that of node shares it, so that both are weighed as they ship.
 */
const LIMITS = JSON.parse(readFileSync(join(root, 'bench/budgets/weights.json'), 'utf8')) as Record<
  string,
  number
>;

describe('bundles', () => {
  it('each has its weight', async () => {
    const { bundles } = await import('../../esbuild.mjs');
    assert.deepEqual(
      bundles.map(({ out }) => out).sort(),
      Object.keys(LIMITS)
        .map((out) => `dist/${out}`)
        .sort(),
    );
  });

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

  for (const [out, limit] of Object.entries(LIMITS)) {
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

      it('is ASCII: one other character, and the engine keeps it with two bytes a character', () => {
        assert.equal(/[^\x00-\x7F]/.exec(text)?.index, undefined);
      });

      if (!out.endsWith('extension.js')) {
        it('is within its weight', () => {
          assert.ok(text.length <= limit * 1024, `${(text.length / 1024).toFixed(0)} KB`);
        });
      }

      it('holds the sentences of the command line only if it is the command line', () => {
        assert.equal(text.includes('cli.commande-absente'), out === 'cli.js');
      });

      it('starts programs for tasks only where there are programs', () => {
        assert.equal(text.includes('ProcessExecution('), out === 'extension.js');
      });

      it('as built on the disk, makes no code from text either', function () {
        const built = join(root, 'dist', out);
        if (existsSync(built)) assert.deepEqual(codeFromText(readFileSync(built, 'utf8')), []);
      });
    });
  }
});

describe('the bundles of the extension as they ship', () => {
  const texts = new Map<string, string>();

  before(async () => {
    const { shippedClients } = await import('../../esbuild.mjs');
    for (const { path, text } of await shippedClients()) {
      const name = relative(root, path).replaceAll('\\', '/');
      if (!name.endsWith('.map')) texts.set(name, text);
    }
  });

  it('are two, and what they share is in one of them: the package has it once', () => {
    assert.deepEqual([...texts.keys()], ['dist/extension.js', 'dist/web/extension.js']);
    const [node = '', browser = ''] = texts.values();
    assert.ok(requiredModules(node).includes('./web/extension.js'));
    assert.ok(
      !node.includes('textDocument/semanticTokens') && browser.includes('textDocument/semanticTokens'),
    );
  });

  it('are each within their weight', () => {
    for (const [name, { length }] of texts) {
      const limit = LIMITS[name.replace('dist/', '')] ?? 0;
      assert.ok(length <= limit * 1024, `${name}: ${(length / 1024).toFixed(0)} KB`);
    }
  });

  it('of the browser requires nothing but what its host has', () => {
    assert.deepEqual([...new Set(requiredModules(texts.get('dist/web/extension.js') ?? ''))], ['vscode']);
  });

  it('make no code from text', () => {
    for (const text of texts.values()) assert.deepEqual(codeFromText(text), []);
  });

  it('only that of node starts programs for tasks', () => {
    assert.deepEqual(
      [...texts.values()].map((text) => text.includes('ProcessExecution(')),
      [true, false],
    );
  });
});
