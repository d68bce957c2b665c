import type { Worker } from 'node:worker_threads';
import { CannotRun, cannotRun } from '../outcome';
import type { ListedFile } from '../surroundings';
import type { Look } from './look';
import type { ThreadAnswer, ThreadQuestion } from './thread-protocol';

/** A question that waits for its answer. */
interface Pending<M> {
  readonly path: string;
  readonly seen: (look: Look<M>) => void;
  readonly failed: (reason: Error) => void;
}

/** Another thread that looks at files. One that ends before it has answered is told: no file is lost in silence. */
export class Helper<M> {
  private readonly pending: Pending<M>[] = [];
  private end: string | undefined;

  constructor(private readonly worker: Worker) {
    worker.on('message', (answer: ThreadAnswer<M>) => {
      this.take(answer);
    });
    worker.on('error', (error) => {
      this.fail(error.message);
    });
    worker.on('exit', (code) => {
      this.fail(`exit ${code}`);
    });
  }

  look({ path, absolute }: ListedFile): Promise<Look<M>> {
    return new Promise((seen, failed) => {
      this.pending.push({ path, seen, failed });
      if (this.end !== undefined) this.fail(this.end);
      else this.worker.postMessage({ path, absolute } satisfies ThreadQuestion);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private take(answer: ThreadAnswer<M>): void {
    const asked = this.pending.shift();
    if (answer.kind === 'vu') asked?.seen(answer.look);
    else asked?.failed(new CannotRun(answer.reason));
  }

  private fail(erreur: string): void {
    this.end ??= erreur;
    for (const { path, failed } of this.pending.splice(0)) {
      failed(cannotRun('cli.fil-interrompu', { fichier: path, erreur: this.end }));
    }
  }
}
