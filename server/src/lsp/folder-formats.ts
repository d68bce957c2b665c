import { FORMATS_FOLDER, isFormatFile, readLearntFormat } from '../analysis/workspace-formats';
import type { SettingsFile } from '../analysis/settings-file';
import type { SettingsFault } from '../features/settings-fault';
import type { Format } from '../formats/format';
import { FormatRegistry } from '../formats/registry';
import type { FolderFiles, ReadFile } from './folder-settings';
import type { ReadFolder } from './manifests';

interface LearntFile extends SettingsFile<Format | undefined> {
  readonly path: string;
  readonly text: string;
}

const BUNDLED = new FormatRegistry();

/** The models that each workspace folder has learnt, and the formats in force there. */
export class FolderFormats implements FolderFiles {
  private folders: readonly string[] = [];
  private readonly files = new Map<string, LearntFile>();
  private readonly registries = new Map<string, FormatRegistry>();

  constructor(
    private readonly readFile: ReadFile,
    private readonly readFolder: ReadFolder,
  ) {}

  async setFolders(folders: readonly string[]): Promise<void> {
    this.folders = [...folders].sort((a, b) => b.length - a.length);
    const read = await Promise.all(this.folders.map((folder) => this.readIn(folder)));
    this.files.clear();
    this.registries.clear();
    for (const [i, folder] of this.folders.entries()) {
      const learnt: Format[] = [];
      for (const file of read[i] ?? []) {
        this.files.set(`${folder}/${file.path}`, file);
        if (file.value) learnt.push(file.value);
      }
      if (learnt.length > 0) this.registries.set(folder, new FormatRegistry(learnt));
    }
  }

  /** The formats in force for a file: those of the innermost folder around it. */
  around(uri: string): FormatRegistry {
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    return (folder === undefined ? undefined : this.registries.get(folder)) ?? BUNDLED;
  }

  /** What can be named without a file at hand: the formats of the first folder that learnt some. */
  anywhere(): FormatRegistry {
    return [...this.registries.values()][0] ?? BUNDLED;
  }

  uris(): string[] {
    return [...this.files.keys()];
  }

  read(): readonly (readonly [string, string])[] {
    return [...this.files].map(([uri, { text }]) => [uri, text]);
  }

  faultOf(uri: string, written?: string): SettingsFault | undefined {
    const file = this.files.get(uri);
    if (!file) return undefined;
    const text = written ?? file.text;
    const { problem } = written === undefined ? file : readLearntFormat(nameIn(file.path), written);
    return problem && { uri, path: file.path, text, problem };
  }

  private async readIn(folder: string): Promise<LearntFile[]> {
    const entries = await this.readFolder(`${folder}/${FORMATS_FOLDER}`);
    const names = entries.filter(({ nom, dossier }) => !dossier && isFormatFile(nom)).map(({ nom }) => nom);
    const files = await Promise.all(
      names.sort().map(async (name): Promise<LearntFile[]> => {
        const path = `${FORMATS_FOLDER}/${encodeURIComponent(name)}`;
        const text = await this.readFile(`${folder}/${path}`);
        return text === undefined ? [] : [{ path, text, ...readLearntFormat(name, text) }];
      }),
    );
    return files.flat();
  }
}

function nameIn(path: string): string {
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
