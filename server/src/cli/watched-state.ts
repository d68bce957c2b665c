import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { FORMATS_FOLDER } from '../analysis/workspace-formats';
import { SETTINGS_PATH } from '../analysis/workspace-settings';
import type { Arguments } from './arguments';
import { collectFiles } from './collect-files';

/** All that a check depends on, as it is on the disk at a moment. */
export class WatchedState {
  constructor(
    /** Where changes are to be heard of. */
    readonly folders: ReadonlySet<string>,
    private readonly stamps: ReadonlyMap<string, string>,
    private readonly folder: string,
  ) {}

  /** Paths of what differs, as the user reads them. */
  changedSince(before: WatchedState): string[] {
    const paths = new Set([...before.stamps.keys(), ...this.stamps.keys()]);
    return [...paths]
      .filter((path) => before.stamps.get(path) !== this.stamps.get(path))
      .map((path) => relative(this.folder, path));
  }
}

const SETTINGS = dirname(SETTINGS_PATH);
/** A base may be named by the settings: any workbook beside the files may be it. */
const BASE = /\.(csv|xlsx)$/i;

/** Looks at the files of the arguments, at the settings above them and at the bases beside them. */
export async function watchedState({ names, base }: Arguments, folder: string): Promise<WatchedState> {
  const { files, visited } = await collectFiles(names, folder);
  const paths = new Set(files.map(({ absolute }) => absolute));
  const looked = new Set([
    ...visited,
    ...[...paths].map(dirname),
    // A file that is not there yet, or not any more.
    ...names.map((name) => dirname(resolve(folder, name))),
  ]);
  for (const at of looked) for (const path of await filesIn(at, BASE)) paths.add(path);
  const folders = new Set(looked);
  for (const at of settingsAbove(looked)) {
    const found = await filesIn(at, /\.json$/i);
    if (found.length > 0) folders.add(at);
    for (const path of found) paths.add(path);
  }
  if (base !== undefined) {
    paths.add(resolve(folder, base));
    folders.add(dirname(resolve(folder, base)));
  }
  const stamps = new Map<string, string>();
  for (const path of paths) stamps.set(path, await stampOf(path));
  return new WatchedState(folders, stamps, folder);
}

/** Where settings and models of these folders may be. */
function settingsAbove(folders: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    for (let at = folder; ; at = dirname(at)) {
      found.add(join(at, SETTINGS)).add(join(at, FORMATS_FOLDER));
      if (dirname(at) === at) break;
    }
  }
  return found;
}

async function filesIn(folder: string, names: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => names.test(name)).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

async function stampOf(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}
