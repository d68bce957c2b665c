import { dirname, join } from 'node:path';
import type { SettingsFile } from '../analysis/settings-file';
import { LineIndex } from '../syntax/line-index';
import { cannotRun } from './outcome';
import { textIfThere } from './source';
import type { Voice } from './voice';

/** The settings file of a given path in the nearest folder that has one. Each is read once. */
export class NearestSettings<T> {
  private readonly byFolder = new Map<string, Promise<T | undefined>>();

  constructor(
    private readonly path: string,
    private readonly understand: (text: string, folder: string) => SettingsFile<T> | Promise<SettingsFile<T>>,
    private readonly voice: Voice,
  ) {}

  /**
   * Looks in `folder` and above it. Throws a CannotRun when the file cannot be trusted: a run that leaves out what
   * its user decided misleads.
   */
  async above(folder: string): Promise<{ readonly folder: string; readonly value: T } | undefined> {
    for (let at = folder; ; at = dirname(at)) {
      const value = await this.in(at);
      if (value !== undefined) return { folder: at, value };
      if (dirname(at) === at) return undefined;
    }
  }

  private in(folder: string): Promise<T | undefined> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const reading = this.read(join(folder, this.path), folder);
    this.byFolder.set(folder, reading);
    return reading;
  }

  private async read(file: string, folder: string): Promise<T | undefined> {
    const text = await textIfThere(file);
    if (text === undefined) return undefined;
    const { value, problem } = await this.understand(text, folder);
    if (!problem) return value;
    const { line, character } = new LineIndex(text).positionAt(problem.offset);
    const probleme = this.voice.message(problem.message);
    throw cannotRun('cli.reglages', { fichier: file, ligne: line + 1, colonne: character + 1, probleme });
  }
}
