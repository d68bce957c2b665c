import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { cannotRun, systemError, type CannotRun } from './outcome';
import { isPattern, Pattern, type Stand } from './pattern';
import { cannotRead, readSource, type Source } from './source';

/** A file to look at. */
export interface Candidate {
  /** As the user will read it. */
  readonly path: string;
  readonly absolute: string;
  /** The user named this very file: they are told what becomes of it. */
  readonly named: boolean;
  /** Throws a CannotRun that names it. */
  readonly content: () => Promise<Source>;
}

export interface Collected {
  readonly files: readonly Candidate[];
  /** The folders among the arguments, with all that is in them. */
  readonly folders: readonly string[];
  /** Every folder that was looked into. */
  readonly visited: readonly string[];
  /** Arguments that lead nowhere. */
  readonly refused: readonly CannotRun[];
}

/** A place in the tree of folders. */
interface Place {
  readonly path: string;
  readonly absolute: string;
}

/**
 * The files that the arguments name, each once: a folder stands for the .json files in it, at any depth, and a pattern
 * for those that answer it.
 */
export async function collectFiles(args: readonly string[], folder: string): Promise<Collected> {
  const collector = new Collector(folder);
  for (const arg of args) await collector.take(arg);
  return collector.collected();
}

class Collector {
  private readonly files = new Map<string, Candidate>();
  private readonly folders: string[] = [];
  private readonly visited = new Set<string>();
  private readonly refused: CannotRun[] = [];
  private readonly emptyFolders: string[] = [];
  private readonly vainPatterns: string[] = [];

  constructor(private readonly folder: string) {}

  async take(path: string): Promise<void> {
    const absolute = resolve(this.folder, path);
    try {
      if (!(await stat(absolute)).isDirectory()) {
        this.add({ path, absolute }, true);
        return;
      }
      if ((await this.walk({ path, absolute })) === 0) this.emptyFolders.push(path);
      this.folders.push(absolute);
    } catch (error) {
      // What bears the very name of a pattern is meant by it.
      if (isPattern(path) && ['ENOENT', 'ENOTDIR', 'EINVAL'].includes(systemError(error))) {
        await this.takePattern(path);
      } else this.refused.push(cannotRead(path, error));
    }
  }

  collected(): Collected {
    const { folders, refused } = this;
    const [dossiers, motifs] = [this.emptyFolders.join(', '), this.vainPatterns.join(', ')];
    const nothing = [
      ...(dossiers === '' ? [] : [cannotRun('cli.aucun-json', { dossiers })]),
      ...(motifs === '' ? [] : [cannotRun('cli.motif-sans-fichier', { motifs })]),
    ];
    return {
      files: [...this.files.values()],
      folders,
      visited: [...this.visited],
      refused: [...refused, ...nothing],
    };
  }

  private async takePattern(text: string): Promise<void> {
    const pattern = new Pattern(sep === '/' ? text : text.replaceAll(sep, '/'));
    const base = { path: pattern.base, absolute: resolve(this.folder, pattern.base) };
    try {
      if ((await this.match(base, pattern, pattern.start())) === 0) this.vainPatterns.push(text);
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemError(error))) throw error;
      this.vainPatterns.push(text);
    }
  }

  /** Adds every .json below a folder; says how many. */
  private async walk(place: Place): Promise<number> {
    let found = 0;
    for (const entry of await this.entriesOf(place)) {
      const inside = within(place, entry.name);
      if (entry.isDirectory()) {
        if (!isPrivate(entry.name)) found += await this.walk(inside);
      } else if (isJson(entry)) {
        this.add(inside, false);
        found++;
      }
    }
    return found;
  }

  /** Adds every .json below a folder that answers the pattern; says how many. */
  private async match(place: Place, pattern: Pattern, stand: Stand): Promise<number> {
    let found = 0;
    for (const entry of await this.entriesOf(place)) {
      const inside = within(place, entry.name);
      const after = pattern.after(stand, entry.name);
      if (entry.isDirectory()) {
        if (pattern.goesOn(after) && !isPrivate(entry.name)) {
          found += await this.match(inside, pattern, after);
        }
      } else if (isJson(entry) && pattern.isMet(after)) {
        this.add(inside, false);
        found++;
      }
    }
    return found;
  }

  /** By name. Links to folders are not followed: they may lead in circles. */
  private async entriesOf({ absolute }: Place): Promise<Dirent[]> {
    this.visited.add(absolute);
    const entries = await readdir(absolute, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private add({ path, absolute }: Place, named: boolean): void {
    if (this.files.has(absolute)) return;
    this.files.set(absolute, fileOnDisk(path, absolute, named));
  }
}

/** A file of which nothing was read yet. */
export function fileOnDisk(path: string, absolute: string, named: boolean): Candidate {
  return { path, absolute, named, content: () => readSource(path, absolute) };
}

function within({ path, absolute }: Place, name: string): Place {
  return { path: join(path, name), absolute: join(absolute, name) };
}

function isJson(entry: Dirent): boolean {
  return /\.json$/i.test(entry.name) && (entry.isFile() || entry.isSymbolicLink());
}

/** Tools' own folders: nobody keeps requests there. */
function isPrivate(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
