import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = resolve(__dirname, '../..');
const noAny = '@typescript-eslint/no-explicit-any';
const noSilencing = '@typescript-eslint/ban-ts-comment';
const ruleFile = 'server/src/rules/montants/example.ts';

const refused: readonly { file: string; text: string; rule: string }[] = [
  { file: ruleFile, text: 'export const now = new Date();', rule: 'no-restricted-syntax' },
  { file: ruleFile, text: 'export const now = Date.now();', rule: 'no-restricted-syntax' },
  { file: ruleFile, text: 'export const now = Date();', rule: 'no-restricted-syntax' },
  { file: ruleFile, text: 'export const chance = Math.random();', rule: 'no-restricted-syntax' },
  { file: 'server/src/analysis/a.ts', text: 'export const now = Date.now();', rule: 'no-restricted-syntax' },
  { file: ruleFile, text: 'export const bénéficiaire = 1;', rule: 'no-restricted-syntax' },
  { file: ruleFile, text: "export * from './other';", rule: 'no-restricted-syntax' },
  { file: ruleFile, text: 'export const f = new Function("return 1");', rule: 'no-new-func' },
  { file: 'client/src/a.ts', text: 'export const f = eval("1");', rule: 'no-eval' },
  { file: 'client/src/a.ts', text: 'console.log(1);', rule: 'no-console' },
  { file: 'server/src/lsp/a.ts', text: 'export const a = (b: any): unknown => b;', rule: noAny },
  { file: 'server/src/lsp/a.ts', text: '// eslint-disable-next-line no-eval\neval("1");', rule: 'no-eval' },
  {
    file: 'server/src/lsp/a.ts',
    text: '// @ts-expect-error because\nexport const a = 1;',
    rule: noSilencing,
  },
  {
    file: ruleFile,
    text: 'export const a = /^\\d*[1-9]\\d*$/;',
    rule: 'regexp/no-super-linear-backtracking',
  },
  { file: ruleFile, text: 'export const a = /\\s+$/;', rule: 'regexp/no-super-linear-move' },
  { file: ruleFile, text: 'export const a = 1;\n'.repeat(101), rule: 'max-lines' },
  { file: 'server/src/lsp/a.ts', text: 'export const a = 1;\n'.repeat(301), rule: 'max-lines' },
];

const accepted: readonly { file: string; text: string }[] = [
  { file: ruleFile, text: 'export const day = new Date(0);' },
  { file: ruleFile, text: '// bénéficiaire\nexport const beneficiaire = "bénéficiaire";' },
  { file: 'server/src/cli/clock.ts', text: 'export const now = new Date();' },
  { file: 'server/src/rules/registry.ts', text: 'export const a = 1;\n'.repeat(101) },
];

describe('lint rules', () => {
  // Types need a project, which a file that is not on the disk has not: only the rules without types run here.
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false } },
    },
  });

  for (const { file, text, rule } of refused) {
    it(`${rule} refuses ${JSON.stringify(text.slice(0, 50))} in ${file}`, async () => {
      const messages = await lint(file, text);
      assert.ok(messages.includes(rule), `found only: ${messages.join(', ')}`);
    });
  }

  for (const { file, text } of accepted) {
    it(`accept ${JSON.stringify(text.slice(0, 50))} in ${file}`, async () => {
      assert.deepEqual(await lint(file, text), []);
    });
  }

  async function lint(file: string, text: string): Promise<(string | null)[]> {
    const results = await eslint.lintText(text, { filePath: join(root, file) });
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }
});
