import type { MessagePort } from 'node:worker_threads';
import { fileOnDisk } from '../collect-files';
import { CannotRun } from '../outcome';
import type { Report } from '../report/reporter';
import { withReport } from '../report/reporters';
import { Surroundings } from '../surroundings';
import { Voice } from '../voice';
import { lookAt } from './look';
import type { ThreadAnswer, ThreadQuestion, ThreadTask } from './thread-protocol';

/** The work of one thread: looks at the files that it is asked about, one after the other. */
export function serveLooks(port: MessagePort, task: ThreadTask): void {
  withReport(task.report, (report) => {
    serve(port, task, report);
  });
}

function serve<M>(port: MessagePort, task: ThreadTask, { more }: Report<M>): void {
  const { looks, now, langue, base } = task;
  const surroundings = new Surroundings(new Voice(langue), looks.folder, base);
  const answer = async ({ path, absolute }: ThreadQuestion): Promise<ThreadAnswer<M>> => {
    try {
      const file = await surroundings.of(fileOnDisk(path, absolute, false));
      return { kind: 'vu', look: await lookAt(file, { looks, more, now }) };
    } catch (error) {
      if (error instanceof CannotRun) return { kind: 'refus', reason: error.reason };
      throw error;
    }
  };
  let last = Promise.resolve();
  port.on('message', (question: ThreadQuestion) => {
    last = last.then(async () => {
      port.postMessage(await answer(question));
    });
  });
}
