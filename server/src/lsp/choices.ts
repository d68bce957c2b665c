import { readChoices, SETTINGS_PATH } from '../analysis/workspace-settings';
import type { FormatChoice } from '../formats/recognise';
import { FolderSettings, type ReadFile } from './folder-settings';
import type { Choix } from './protocol';

/** Which files are to be read as which format, or left alone: one settings file a folder. */
export class Choices {
  /** What the folders' files say, by path relative to the folder. */
  readonly settings: FolderSettings<ReadonlyMap<string, FormatChoice>>;
  private loose: Choix = {};

  constructor(readFile: ReadFile) {
    this.settings = new FolderSettings(SETTINGS_PATH, readFile, readChoices);
  }

  /** Choices on files that lie in no folder. */
  setLoose(choices: Choix): void {
    this.loose = choices;
  }

  get(uri: string): FormatChoice | undefined {
    const { folder, value } = this.settings.around(uri) ?? {};
    const path = folder === undefined ? undefined : decoded(uri.slice(folder.length + 1));
    const chosen = path === undefined ? undefined : value?.get(path);
    return chosen ?? (Object.hasOwn(this.loose, uri) ? this.loose[uri] : undefined);
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
