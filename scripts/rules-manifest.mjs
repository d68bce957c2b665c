/**
 * Writes what follows from the rules: the settings `segur.regles` and `segur.familles` of package.json, the titles of the rules in
 * package.nls*.json, their names in the schema of `.segur/segur.json`, and the list of their pages; and from the schema of a candidature, its page; from the
 * manifest, the settings of README.md:
 *   npm run rules-manifest
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { candidaturePage } from './candidature-page.mjs';
import { rulesIndex } from './rules-index.mjs';
import { withRuleNames, withRules, withTitles } from './rules-setting.mjs';
import { withSettings } from './settings-table.mjs';

const root = join(import.meta.dirname, '..');

await update('package.json', withRules);
await update('package.nls.json', (texts) => withTitles(texts, 'fr'));
await update('package.nls.en.json', (texts) => withTitles(texts, 'en'));
await update('schemas/segur-settings.schema.json', withRuleNames);
await write('docs/regles/README.md', rulesIndex());
await write('docs/candidature.md', candidaturePage());
await write('README.md', withSettings(readFileSync(join(root, 'README.md'), 'utf8')));

async function update(file, change) {
  const content = change(JSON.parse(readFileSync(join(root, file), 'utf8')));
  await write(file, JSON.stringify(content, null, 2));
}

async function write(file, text) {
  const path = join(root, file);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
