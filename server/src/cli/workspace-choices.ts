import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readWorkspaceSettings, SETTINGS_PATH } from '../analysis/workspace-settings';
import type { FormatChoice } from '../formats/recognise';
import { LineIndex } from '../syntax/line-index';
import { cannotRead } from './source';
import { cannotRun, systemError } from './outcome';
import type { Voice } from './voice';

type Choices = ReadonlyMap<string, FormatChoice>;

/** What the nearest `.segur/segur.json` above a file says of it. Each settings file is read once. */
export class WorkspaceChoices {
  private readonly byFolder = new Map<string, Promise<Choices | undefined>>();

  constructor(private readonly voice: Voice) {}

  /** Throws a CannotRun when the settings cannot be trusted: files that are to be left alone would be reported. */
  async of(absolute: string): Promise<FormatChoice | undefined> {
    for (let folder = dirname(absolute); ; folder = dirname(folder)) {
      const choices = await this.in(folder);
      if (choices) return choices.get(relative(folder, absolute).split(sep).join('/'));
      if (dirname(folder) === folder) return undefined;
    }
  }

  private in(folder: string): Promise<Choices | undefined> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const reading = this.read(join(folder, SETTINGS_PATH));
    this.byFolder.set(folder, reading);
    return reading;
  }

  private async read(file: string): Promise<Choices | undefined> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(systemError(error))) return undefined;
      throw cannotRead(file, error);
    }
    const { choices, problem } = readWorkspaceSettings(text);
    if (!problem) return choices;
    const { line, character } = new LineIndex(text).positionAt(problem.offset);
    const probleme = this.voice.message(problem.message);
    throw cannotRun('cli.reglages', { fichier: file, ligne: line + 1, colonne: character + 1, probleme });
  }
}
