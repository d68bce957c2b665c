import { watch, type FSWatcher } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: an editor saves in several steps, a tool writes several files. */
const TOGETHER = 50;

/** Waits for something to happen in folders. The system tells: nothing is asked for again and again. */
export class FolderChanges {
  private readonly watchers = new Map<string, FSWatcher>();
  private hasChanged = false;
  private wake: (() => void) | undefined;
  isClosed = false;

  /** Follows these folders, each without those below, and no others. True when one of them was not followed yet. */
  follow(folders: ReadonlySet<string>): boolean {
    for (const folder of this.watchers.keys()) if (!folders.has(folder)) this.leave(folder);
    const added = [...folders].filter((folder) => !this.watchers.has(folder));
    if (!this.isClosed) for (const folder of added) this.enter(folder);
    return added.length > 0;
  }

  /** Resolved once something has changed since the last time, or nothing more will be told. */
  async next(): Promise<void> {
    if (!this.hasChanged && !this.isClosed) {
      await new Promise<void>((wake) => {
        this.wake = wake;
      });
    }
    if (!this.isClosed) await pause(TOGETHER);
    this.hasChanged = false;
  }

  close(): void {
    this.isClosed = true;
    this.follow(new Set());
    this.wake?.();
  }

  private enter(folder: string): void {
    try {
      const watcher = watch(folder, () => this.note());
      watcher.on('error', () => {
        this.leave(folder);
        this.note();
      });
      this.watchers.set(folder, watcher);
    } catch {
      // It went away meanwhile, which its parent tells.
    }
  }

  private leave(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private note(): void {
    this.hasChanged = true;
    this.wake?.();
  }
}
