import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { lawfulTree, trespasses, type Tree } from './dependency-trees';

const root = resolve(__dirname, '../..');
const config = createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as IConfiguration;
const ruleNames = (config.forbidden ?? []).map(({ name }) => name ?? 'unnamed');

describe('dependency rules', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-streets-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packageManifest));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('let the lawful tree through', async () => {
    assert.deepEqual(await violations(lawfulTree), []);
  });

  for (const { rule, breaks, files } of trespasses) {
    it(`${rule}: ${breaks}`, async () => {
      const found = await violations({ ...lawfulTree, ...files });
      assert.deepEqual([...new Set(found)], [rule]);
    });
  }

  it('are each proved by a tree that breaks them', () => {
    assert.deepEqual([...new Set(trespasses.map(({ rule }) => rule))].sort(), [...ruleNames].sort());
  });

  /** Writes a tree and gives the names of the rules that it breaks. */
  async function violations(tree: Tree): Promise<string[]> {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // dependency-cruiser is an ES module only; this file runs as CommonJS.
    const { cruise } = await import('dependency-cruiser');
    const { output } = await cruise(
      ['client', 'server', 'test'],
      { ...config.options, baseDir: folder, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true },
      { bustTheCache: true },
    );
    assert.ok(isCruiseResult(output));
    return output.summary.violations.map((violation) => violation.rule.name);
  }
});

const packageManifest = {
  name: 'streets',
  dependencies: {
    'jsonc-parser': '*',
    'vscode-languageclient': '*',
    'vscode-languageserver': '*',
    'vscode-languageserver-types': '*',
  },
  devDependencies: { ajv: '*' },
};

function isCruiseResult(output: string | ICruiseResult): output is ICruiseResult {
  return typeof output === 'object';
}
