import type { FormatChoice } from '../formats/recognise';
import type { Choix } from './protocol';

/** Where each workspace folder keeps what its users decided. */
export const SETTINGS_FILE = '.segur/segur.json';

/** Reads a file by URI; undefined when it does not exist or cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** Meaning of a settings file: its choices, by path relative to the folder. */
export type ReadChoices = (text: string) => ReadonlyMap<string, FormatChoice>;

/** Which files are to be read as which format, or left alone: one settings file a folder. */
export class Choices {
  private folders: readonly string[] = [];
  private readonly byFolder = new Map<string, ReadonlyMap<string, FormatChoice>>();
  private loose: Choix = {};

  constructor(
    private readonly readFile: ReadFile,
    private readonly readChoices: ReadChoices,
  ) {}

  /** URIs of the workspace's folders, without a final slash; reads each one's settings. */
  async setFolders(folders: readonly string[]): Promise<void> {
    this.folders = [...folders].sort((a, b) => b.length - a.length);
    this.byFolder.clear();
    await Promise.all(this.folders.map((folder) => this.reload(folder)));
  }

  /** Choices on files that lie in no folder. */
  setLoose(choices: Choix): void {
    this.loose = choices;
  }

  async reloadAll(): Promise<void> {
    await Promise.all(this.folders.map((folder) => this.reload(folder)));
  }

  get(uri: string): FormatChoice | undefined {
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    const path = folder === undefined ? undefined : decoded(uri.slice(folder.length + 1));
    const chosen =
      folder === undefined || path === undefined ? undefined : this.byFolder.get(folder)?.get(path);
    return chosen ?? (Object.hasOwn(this.loose, uri) ? this.loose[uri] : undefined);
  }

  private async reload(folder: string): Promise<void> {
    const text = await this.readFile(`${folder}/${SETTINGS_FILE}`);
    if (text === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, this.readChoices(text));
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
