/** Reads a file by URI; undefined when it does not exist or cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** What one file of settings says in each workspace folder that has it. */
export class FolderSettings<T> {
  private folders: readonly string[] = [];
  private readonly byFolder = new Map<string, T>();

  /** `path` counts from the folder; `understand` gives what the file's text says. */
  constructor(
    private readonly path: string,
    private readonly readFile: ReadFile,
    private readonly understand: (text: string) => T,
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
    return [...this.byFolder.values()];
  }

  /** The innermost folder around a file, and what is said there. */
  around(uri: string): { readonly folder: string; readonly value: T | undefined } | undefined {
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    return folder === undefined ? undefined : { folder, value: this.byFolder.get(folder) };
  }

  private async reload(folder: string): Promise<void> {
    const text = await this.readFile(`${folder}/${this.path}`);
    if (text === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, this.understand(text));
  }
}
