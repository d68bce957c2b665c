/** Where a command runs and speaks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Columns of the screen; undefined when the output goes to a file or to another program. */
  readonly width: number | undefined;
  readonly colours: boolean;
}

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
    folder: process.cwd(),
    width: stdout.isTTY ? stdout.columns : undefined,
    colours: wantsColours(env, stdout.isTTY),
  };
}

/** The custom of the command line: NO_COLOR wins, FORCE_COLOR next, else a screen that can. */
function wantsColours(env: Readonly<Record<string, string | undefined>>, isScreen: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return isScreen && env.TERM !== 'dumb';
}
