import { buffer } from 'node:stream/consumers';

/** Where a command runs and speaks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A line that the next one replaces, for a person who waits; an empty one wipes it. */
  readonly status: (text: string) => void;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Columns to fit into; undefined when nothing is to be cut. */
  readonly width: number | undefined;
  /** A person looks at it: what was said may be wiped away. */
  readonly isScreen: boolean;
  readonly colours: boolean;
  /** All that is written to the command, to its end. */
  readonly input: () => Promise<Buffer>;
  /** For a command that goes on: resolved when its user wants it to stop. */
  readonly stopped: () => Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The terminal of this very process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // `segur-sons check … | head` closes the pipe early: that is no failure of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    status: statusOn(stderr, env),
    folder: process.cwd(),
    ...looksOf(env, stdout),
    input: () => buffer(process.stdin),
    stopped,
  };
}

/**
 * The custom of the command line. Colours: NO_COLOR wins, FORCE_COLOR next, else a screen that can. Width: COLUMNS wins,
 * else that of the screen; without either, nothing is cut.
 */
export function looksOf(
  env: Environment,
  { isTTY, columns }: { readonly isTTY: boolean; readonly columns: number },
): Pick<Terminal, 'width' | 'colours' | 'isScreen'> {
  const asked = /^[1-9]\d{0,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined;
  return {
    isScreen: isTTY,
    width: asked ?? (isTTY ? columns : undefined),
    colours: wantsColours(env, isTTY),
  };
}

/** Nothing where no person looks, or where the screen cannot wipe a line. */
export function statusOn(
  stream: { readonly isTTY: boolean; write(text: string): boolean },
  env: Environment,
): Terminal['status'] {
  if (!stream.isTTY || env.TERM === 'dumb') return () => undefined;
  return (text) => stream.write(`\r\u001b[K${text}`);
}

function wantsColours(env: Environment, isScreen: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isScreen && env.TERM !== 'dumb';
}

/** Called, it takes over Ctrl+C, which otherwise ends the process. */
function stopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
