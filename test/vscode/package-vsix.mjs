// The extension as people install it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runQuietly } from './install/command.mjs';

/** Packages the extension that lies, built, in folder `extension`. Gives the path of its .vsix. */
export function packageVsix(extension) {
  const vsix = path.join(extension, 'dist/segur-sons.vsix');
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  fs.rmSync(vsix, { force: true });
  runQuietly(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: extension });
  return vsix;
}
