import * as vscode from 'vscode';
import files from 'segur:samples';

/**
 * An extension that brings a file system of its own, as many do: no search, no authority, no date on any file, changes
 * told after they happened. It holds the samples when it starts, and whatever is written later.
 */
export function activate(context: vscode.ExtensionContext): void {
  const disk = new MemoryFiles();
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('segur-memoire', disk));
}

type Node = Uint8Array | Map<string, Node>;

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly top: Node = new Map<string, Node>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor() {
    for (const [path, base64] of Object.entries(files)) {
      const steps = path.split('/');
      let folder = this.top;
      for (const step of steps.slice(0, -1)) folder = childFolder(folder, step);
      contentOf(folder).set(
        steps.at(-1) ?? '',
        Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
      );
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const node = this.nodeAt(uri);
    const isFolder = node instanceof Map;
    return {
      type: isFolder ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: isFolder ? 0 : node.length,
    };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    return [...contentOf(this.nodeAt(uri))].map(([name, node]) => [
      name,
      node instanceof Map ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const node = this.nodeAt(uri);
    if (node instanceof Map) throw vscode.FileSystemError.FileIsADirectory(uri);
    return node;
  }

  createDirectory(uri: vscode.Uri): void {
    const { folder, name } = this.placeOf(uri);
    childFolder(folder, name);
    this.tell(uri, vscode.FileChangeType.Created);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const { folder, name } = this.placeOf(uri);
    const was = contentOf(folder).get(name);
    if (!was && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (was && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    contentOf(folder).set(name, content.slice());
    this.tell(uri, was ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created);
  }

  delete(uri: vscode.Uri): void {
    const { folder, name } = this.placeOf(uri);
    if (!contentOf(folder).delete(name)) throw vscode.FileSystemError.FileNotFound(uri);
    this.tell(uri, vscode.FileChangeType.Deleted);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    const node = this.nodeAt(from);
    const { folder, name } = this.placeOf(to);
    if (contentOf(folder).has(name) && !options.overwrite) throw vscode.FileSystemError.FileExists(to);
    this.delete(from);
    contentOf(folder).set(name, node);
    this.tell(to, vscode.FileChangeType.Created);
  }

  private nodeAt(uri: vscode.Uri): Node {
    let node: Node | undefined = this.top;
    for (const step of stepsOf(uri)) node = node instanceof Map ? node.get(step) : undefined;
    if (!node) throw vscode.FileSystemError.FileNotFound(uri);
    return node;
  }

  private placeOf(uri: vscode.Uri): { folder: Node; name: string } {
    const name = stepsOf(uri).at(-1) ?? '';
    return { folder: this.nodeAt(vscode.Uri.joinPath(uri, '..')), name };
  }

  private tell(uri: vscode.Uri, type: vscode.FileChangeType): void {
    setTimeout(() => this.changes.fire([{ uri, type }]), 5);
  }
}

function stepsOf({ path }: vscode.Uri): string[] {
  return path.split('/').filter((step) => step !== '');
}

function contentOf(node: Node): Map<string, Node> {
  if (node instanceof Map) return node;
  throw vscode.FileSystemError.FileNotADirectory();
}

function childFolder(parent: Node, name: string): Node {
  const known = contentOf(parent).get(name);
  if (known) return known;
  const made = new Map<string, Node>();
  contentOf(parent).set(name, made);
  return made;
}
