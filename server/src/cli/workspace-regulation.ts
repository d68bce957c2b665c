import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readWorkspaceRegulation, REGULATION_PATH } from '../analysis/workspace-regulation';
import { REGULATION, regulationWith, type Regulation } from '../regulation/regulation';
import { LineIndex } from '../syntax/line-index';
import { cannotRun, systemError } from './outcome';
import { cannotRead } from './source';
import type { Session } from './session';

/**
 * Our regulation under the corrections of the nearest `.segur/regulation.json` above the current folder.
 * Throws a CannotRun when that file cannot be read: dates that the user corrected would be told wrong.
 */
export async function regulationOf({ terminal, voice }: Session): Promise<Regulation> {
  for (let folder = terminal.folder; ; folder = dirname(folder)) {
    const file = join(folder, REGULATION_PATH);
    const text = await textOf(file);
    if (text !== undefined) {
      const { values, problem } = readWorkspaceRegulation(text);
      if (!problem) return regulationWith(values);
      const { line, character } = new LineIndex(text).positionAt(problem.offset);
      const probleme = voice.message(problem.message);
      throw cannotRun('cli.reglages', { fichier: file, ligne: line + 1, colonne: character + 1, probleme });
    }
    if (dirname(folder) === folder) return REGULATION;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemError(error))) return undefined;
    throw cannotRead(file, error);
  }
}
