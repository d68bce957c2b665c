import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ALL_RULES } from '../../server/src/rules/all';
import { fixtureFolders, ROOT } from '../support/fixture';

const rulesFolder = join(ROOT, 'server/src/rules');
const codes = ALL_RULES.map(({ code }) => code).sort();

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** The files that define a rule, as `famille/nom`, with the code that each one states. */
function ruleFiles(): { famille: string; file: string; code: string }[] {
  return readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const [famille = '', file = ''] = path.split(/[\\/]/);
    if (!file.endsWith('.ts')) return [];
    const code = /^ {2}code: '([a-z0-9-]+)',$/m.exec(readFileSync(join(rulesFolder, path), 'utf8'))?.[1];
    return code === undefined ? [] : [{ famille, file, code }];
  });
}

interface RulesSetting {
  readonly properties: Readonly<Record<string, { readonly default: string }>>;
}

describe('rules: files, pages, fixtures, texts and settings are the same set', () => {
  it('no code is used twice', () => {
    assert.deepEqual([...new Set(codes)], codes);
  });

  it('one file a rule, named after it, in the folder of its family', () => {
    const files = ruleFiles();
    assert.deepEqual(files.map(({ code }) => code).sort(), codes);
    for (const { famille, file, code } of files) {
      assert.equal(file, `${code}.ts`);
      assert.equal(ALL_RULES.find((rule) => rule.code === code)?.famille, famille, code);
    }
  });

  it('one page a rule', () => {
    const pages = readdirSync(join(ROOT, 'docs/regles')).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.map((name) => basename(name, '.md')).sort(), codes);
  });

  it('one folder of fixtures a rule', () => {
    assert.deepEqual(fixtureFolders().sort(), codes);
  });

  it('one set of texts a rule, with a title and a message', () => {
    const keys = Object.keys(readJson('l10n/fr.json') as object).filter((key) => key.startsWith('regle.'));
    const worded = new Set(keys.map((key) => key.split('.')[1] ?? ''));
    worded.delete('regle-en-echec');
    assert.deepEqual([...worded].sort(), codes);
    for (const code of codes) {
      assert.ok(keys.includes(`regle.${code}.titre`), code);
      assert.ok(
        keys.some((key) => key.startsWith(`regle.${code}.message`)),
        code,
      );
    }
  });

  it('one setting a rule; the manifest is what scripts/rules-manifest.mjs writes', async () => {
    const { rulesSection, withRuleNames, withRules, withTitles } =
      await import('../../scripts/rules-setting.mjs');
    const setting = (rulesSection() as { properties: Record<string, RulesSetting> }).properties[
      'segur.regles'
    ];
    assert.deepEqual(Object.keys(setting?.properties ?? {}), codes);
    for (const [file, change] of [
      ['package.json', withRules],
      ['package.nls.json', (texts: unknown) => withTitles(texts, 'fr')],
      ['package.nls.en.json', (texts: unknown) => withTitles(texts, 'en')],
      ['schemas/segur-settings.schema.json', withRuleNames],
    ] as const) {
      const content = readJson(file);
      assert.deepEqual(content, change(content), `${file}: run scripts/rules-manifest.mjs`);
    }
  });

  it('the list of the pages is what scripts/rules-manifest.mjs writes', async () => {
    const { rulesIndex } = await import('../../scripts/rules-index.mjs');
    const cells = (text: string): string[] =>
      text.split(/[|\n]/).map((cell) => cell.replace(/^[\s-]+$/, '').trim());
    const kept = (text: string): string[] => cells(text).filter((cell) => cell !== '');
    assert.deepEqual(kept(readFileSync('docs/regles/README.md', 'utf8')), kept(rulesIndex()));
  });

  it('every rule cites the inventory and its sources', () => {
    for (const { code, inventaire, sources } of ALL_RULES) {
      assert.ok(inventaire.length > 0 && sources.length > 0, code);
      for (const id of inventaire) assert.match(id, /^[A-Z]\d\d$/, code);
    }
  });
});
