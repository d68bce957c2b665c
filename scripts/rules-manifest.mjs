/**
 * Writes the setting `segur.regles` of package.json, and the titles of the rules in package.nls*.json:
 *   node --import tsx scripts/rules-manifest.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { withRules, withTitles } from './rules-setting.mjs';

const root = join(import.meta.dirname, '..');

await update('package.json', withRules);
await update('package.nls.json', (texts) => withTitles(texts, 'fr'));
await update('package.nls.en.json', (texts) => withTitles(texts, 'en'));

async function update(file, change) {
  const path = join(root, file);
  const content = change(JSON.parse(readFileSync(path, 'utf8')));
  const options = { ...(await resolveConfig(path)), filepath: path };
  writeFileSync(path, await format(JSON.stringify(content, null, 2), options));
}
