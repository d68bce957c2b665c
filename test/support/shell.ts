import { spawnSync } from 'node:child_process';
import type { Answer } from './cli';

/** Nothing of the run of the tests themselves: neither npm's variables nor git's. */
const OWN = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_|GIT_|NODE_OPTIONS$|INIT_CWD$|NO_COLOR|FORCE_COLOR)/i.test(name),
  ),
);

/** Runs lines as the shell of a CI server does: it stops at the first that fails. */
export function shell(lines: string, folder: string, env: Readonly<Record<string, string>> = {}): Answer {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', lines], {
    cwd: folder,
    env: { ...OWN, ...env },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}
