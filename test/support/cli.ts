import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, type Host } from '../../server/src/cli/run';
import type { Terminal } from '../../server/src/cli/terminal';

/** What a command line answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One finding of `--format json`. */
export interface JsonFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly demande: string | number | null;
  readonly fixable: string;
  readonly source: string | null;
}

export const NO_SERVER: Host = {
  startServer: () => {
    throw new Error('no server was to start');
  },
};

/** Runs the command line in this process. */
export async function runCli(
  argv: readonly string[],
  surroundings: Partial<Terminal> = {},
  host = NO_SERVER,
): Promise<Answer> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    status: () => undefined,
    folder: process.cwd(),
    width: undefined,
    colours: false,
    isScreen: false,
    input: () => Promise.reject(new Error('nothing was to be read')),
    stopped: () => Promise.reject(new Error('nothing was to go on')),
    ...surroundings,
  };
  const code = await run(argv, terminal, host);
  return { code, out, err };
}

/** A folder of its own for each test, with these files in it; removed by {@link removeFolders}. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'segur-cli-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const made: string[] = [];

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
