// Finding and running other programs. Node built-ins only.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Full path of the first of `names` that the PATH knows, or undefined. */
export function findCommand(...names) {
  const extensions = process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => extensions.map((extension) => path.join(folder, name + extension))),
  );
  return candidates.find(isExecutable);
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Runs a program to its end, its output kept apart; throws with the last lines of that output when it fails. */
export function runQuietly(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (done.status !== 0) {
    const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`;
    throw new Error(`${program} ${args.join(' ')}\n${output.split('\n').slice(-25).join('\n')}`);
  }
  return done.stdout;
}

/** One dated line about what is being installed: these steps take from seconds to a minute. */
export function say(text) {
  console.log(`[install ${(performance.now() / 1000).toFixed(0).padStart(3)} s] ${text}`);
}
