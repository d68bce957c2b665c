// What has to be there before VS Code can load the extension.
import { spawnSync } from 'node:child_process';
import { npmScript } from '../../test/vscode/install/npm.mjs';
import { installIsCurrent } from '../test/install-is-current.mjs';

/** Installs the dependencies when they are not those of the lock file, then builds dist/. */
export function ensureBuilt(repository) {
  if (!installIsCurrent(repository)) {
    run(repository, [npmScript(), 'ci', '--no-audit', '--no-fund']);
  }
  run(repository, ['esbuild.mjs']);
}

function run(repository, args) {
  const done = spawnSync(process.execPath, args, { cwd: repository, stdio: 'inherit' });
  if (done.status !== 0) {
    throw new Error(`node ${args.join(' ')} : échec / failed (${done.status ?? done.signal})`);
  }
}
