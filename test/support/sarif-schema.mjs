// The schema of SARIF 2.1.0, as the tool of Microsoft that checks such logs has it. Fetched once, in the cache outside
// the clone; of the package, which weighs 100 MB, nothing else is kept.
import fs from 'node:fs';
import path from 'node:path';
import { installOnce } from '../vscode/install/cache.mjs';
import { npmInstall } from '../vscode/install/npm.mjs';

const TOOL = `@microsoft/sarif-multitool-${process.platform}`;
const VERSION = '5.7.0';
const SCHEMA = 'sarif-2.1.0.json';

/** The schema of SARIF 2.1.0. */
export function sarifSchema() {
  const folder = installOnce('sarif-schema', { [TOOL]: VERSION }, (draft) => {
    npmInstall(draft, [`${TOOL}@${VERSION}`]);
    const modules = path.join(draft, 'node_modules');
    fs.copyFileSync(path.join(modules, TOOL, SCHEMA), path.join(draft, SCHEMA));
    fs.rmSync(modules, { recursive: true });
  });
  return JSON.parse(fs.readFileSync(path.join(folder, SCHEMA), 'utf8'));
}
