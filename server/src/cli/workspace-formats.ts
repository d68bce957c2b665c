import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FORMATS_FOLDER, isFormatFile, readLearntFormat } from '../analysis/workspace-formats';
import type { Format } from '../formats/format';
import { FormatRegistry } from '../formats/registry';
import { LineIndex } from '../syntax/line-index';
import { cannotRun, systemError } from './outcome';
import { cannotRead, readSource } from './source';
import type { Voice } from './voice';

const BUNDLED = new FormatRegistry();

/**
 * Our formats under the models of the nearest `.segur/formats`. Each folder is read once. Throws a CannotRun when a
 * model cannot be read: files would be held against another one.
 */
export class WorkspaceFormats {
  private readonly byFolder = new Map<string, Promise<FormatRegistry | undefined>>();

  constructor(private readonly voice: Voice) {}

  async of(absolute: string): Promise<FormatRegistry> {
    for (let at = dirname(absolute); ; at = dirname(at)) {
      const registry = await this.in(at);
      if (registry) return registry;
      if (dirname(at) === at) return BUNDLED;
    }
  }

  private in(folder: string): Promise<FormatRegistry | undefined> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const reading = this.read(join(folder, FORMATS_FOLDER));
    this.byFolder.set(folder, reading);
    return reading;
  }

  private async read(folder: string): Promise<FormatRegistry | undefined> {
    const names = (await namesIn(folder)).filter(isFormatFile).sort();
    const learnt: Format[] = [];
    for (const name of names) {
      const format = await this.format(join(folder, name), name);
      if (format) learnt.push(format);
    }
    return learnt.length === 0 ? undefined : new FormatRegistry(learnt);
  }

  private async format(file: string, name: string): Promise<Format | undefined> {
    const { text } = await readSource(file, file);
    const { value, problem } = readLearntFormat(name, text);
    if (!problem) return value;
    const { line, character } = new LineIndex(text).positionAt(problem.offset);
    const probleme = this.voice.message(problem.message);
    throw cannotRun('cli.reglages', { fichier: file, ligne: line + 1, colonne: character + 1, probleme });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemError(error))) return [];
    throw cannotRead(folder, error);
  }
}
