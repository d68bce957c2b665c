import { deposit, strokesOf } from './deposits';
import { LanguageClient, type Server } from './language-client';

/** Times in milliseconds, in their order. */
export type Times = readonly number[];

/** How one server answered edits of one file. */
export interface Edited {
  readonly times: Times;
  /** How many findings it told when the file was opened. */
  readonly findings: number;
  readonly waits: number;
}

/** Longest that one server is kept busy with one file, in milliseconds. */
const PATIENCE = 8000;
const WARM_UP = 20;

/** Edits of a file, `most` at most; undefined where the server gives no answer in time. */
export async function edits(
  server: Server,
  requests: number,
  findings: number,
  most = 300,
): Promise<Edited | undefined> {
  const text = deposit(requests, findings);
  const strokes = strokesOf(text, requests);
  return withClient(server, async (client) => {
    const found = await client.open(text);
    const end = performance.now() + PATIENCE;
    const times: number[] = [];
    for (let i = 0; i < most + WARM_UP && performance.now() < end; i++) {
      const stroke = strokes[i % strokes.length];
      if (stroke) times.push(await client.edit(stroke));
    }
    const kept = times.length > 4 * WARM_UP ? times.slice(WARM_UP) : times;
    return { times: kept, findings: found, waits: client.waits };
  });
}

/** From the start of the process to the findings of the file. */
export async function coldStart(server: Server, requests: number): Promise<number | undefined> {
  const text = deposit(requests, 20);
  const began = performance.now();
  return withClient(server, async (client) => {
    await client.open(text);
    return performance.now() - began - client.waits;
  });
}

/** What the editor asks behind each key: each time on a text that has just changed. */
const QUESTIONS: Readonly<Record<string, readonly [string, object]>> = {
  completion: ['textDocument/completion', {}],
  hover: ['textDocument/hover', {}],
  symbols: ['textDocument/documentSymbol', {}],
  folding: ['textDocument/foldingRange', {}],
  lenses: ['textDocument/codeLens', {}],
  hints: ['textDocument/inlayHint', {}],
};

/** Times of each question behind an edit whose findings were read, and memory behind a thousand edits. */
export interface Asked {
  readonly times: Readonly<Record<string, Times>>;
  readonly memory: number | undefined;
}

export async function questions(server: Server, requests: number): Promise<Asked | undefined> {
  const text = deposit(requests, 20);
  const strokes = strokesOf(text, requests);
  return withClient(server, async (client) => {
    await client.open(text);
    const times: Record<string, number[]> = {};
    const end = performance.now() + 3 * PATIENCE;
    for (let i = 0; i < 1000 && performance.now() < end; i++) {
      const stroke = strokes[i % strokes.length];
      if (!stroke) continue;
      await client.edit(stroke);
      const names = Object.keys(QUESTIONS);
      const name = names[i % names.length] ?? '';
      const [method, params] = QUESTIONS[name] ?? ['', {}];
      const range = { start: stroke.start, end: { line: stroke.start.line + 60, character: 0 } };
      const began = performance.now();
      await client.ask(method, { position: stroke.start, range, ...params }).catch(() => undefined);
      (times[name] ??= []).push(performance.now() - began);
    }
    return { times, memory: client.memory() };
  });
}

/** Ends the server whatever happens; undefined when it does not answer in time. */
async function withClient<T>(
  server: Server,
  use: (client: LanguageClient) => Promise<T>,
): Promise<T | undefined> {
  const client = await LanguageClient.start(server);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), 15 * PATIENCE);
  });
  try {
    return await Promise.race([use(client), late]);
  } finally {
    clearTimeout(timer);
    await client.end();
  }
}
