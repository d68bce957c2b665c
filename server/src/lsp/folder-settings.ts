import type { SettingsFile } from '../analysis/settings-file';
import type { SettingsFault } from '../features/settings-fault';

/** Reads a file by URI; undefined when it does not exist or cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** Files of settings in the workspace's folders. */
export interface FolderFiles {
  /** URIs of the folders, without a final slash; reads what each one has. */
  setFolders(folders: readonly string[]): Promise<void>;
  uris(): string[];
  /** Of each of these files that was read: where it lies, and its text. */
  read(): readonly (readonly [string, string])[];
  faultOf(uri: string, text?: string): SettingsFault | undefined;
}

interface Held<T> extends SettingsFile<T> {
  readonly text: string;
}

/** What is said where a file lies, and what is wrong with what says it. */
interface Around<T> {
  readonly folder: string;
  readonly value: T | undefined;
  readonly fault: SettingsFault | undefined;
}

/** What one file of settings says in each workspace folder that has it. */
export class FolderSettings<T> implements FolderFiles {
  private folders: readonly string[] = [];
  private readonly byFolder = new Map<string, Held<T>>();

  /** `path` counts from the folder; `understand` gives what the file's text says there. */
  constructor(
    private readonly path: string,
    private readonly readFile: ReadFile,
    private readonly understand: (text: string, folder: string) => SettingsFile<T>,
  ) {}

  /** URIs of the workspace's folders, without a final slash; reads each one's file. */
  async setFolders(folders: readonly string[]): Promise<void> {
    this.folders = [...folders].sort((a, b) => b.length - a.length);
    this.byFolder.clear();
    await this.reloadAll();
  }

  async reloadAll(): Promise<void> {
    await Promise.all(this.folders.map((folder) => this.reload(folder)));
  }

  /** What each folder's file says, where there is one. */
  all(): T[] {
    return [...this.byFolder.values()].map(({ value }) => value);
  }

  /** The innermost folder around a file, and what is said there. */
  around(uri: string): Around<T> | undefined {
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    if (folder === undefined) return undefined;
    return { folder, value: this.byFolder.get(folder)?.value, fault: this.faultIn(folder) };
  }

  /** Where the files lie, whether or not they exist. */
  uris(): string[] {
    return this.folders.map((folder) => this.uriIn(folder));
  }

  read(): readonly (readonly [string, string])[] {
    return [...this.byFolder].map(([folder, { text }]) => [this.uriIn(folder), text]);
  }

  /** What was last read of one of these files; undefined for another file, and where there is none. */
  textOf(uri: string): string | undefined {
    const folder = this.folders.find((candidate) => this.uriIn(candidate) === uri);
    return folder === undefined ? undefined : this.byFolder.get(folder)?.text;
  }

  /** Where the file of the folder around a file lies, whether or not it exists. */
  uriAround(uri: string): string | undefined {
    const folder = this.around(uri)?.folder;
    return folder === undefined ? undefined : this.uriIn(folder);
  }

  /** What is wrong in one of these files: in `text` when it is given, else in what was last read of it. */
  faultOf(uri: string, text?: string): SettingsFault | undefined {
    const folder = this.folders.find((candidate) => this.uriIn(candidate) === uri);
    return folder === undefined ? undefined : this.faultIn(folder, text);
  }

  private faultIn(folder: string, written?: string): SettingsFault | undefined {
    const held = this.byFolder.get(folder);
    const text = written ?? held?.text;
    const problem = written === undefined ? held?.problem : this.understand(written, folder).problem;
    if (text === undefined || problem === undefined) return undefined;
    return { uri: this.uriIn(folder), path: this.path, text, problem };
  }

  private uriIn(folder: string): string {
    return `${folder}/${this.path}`;
  }

  private async reload(folder: string): Promise<void> {
    const text = await this.readFile(this.uriIn(folder));
    if (text === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, { text, ...this.understand(text, folder) });
  }
}
