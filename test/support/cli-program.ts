import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import type { Answer } from './cli';

/** Says on descriptor 3, when the process ends, how much memory it took at most, in kilobytes. */
const MEMORY_PROBE = `process.on('exit', () =>
  require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));`;

export interface ProgramAnswer extends Answer {
  /** The most that the process held, in megabytes. */
  readonly memory: number;
}

/** The command line as it ships: one file, run by node in a process of its own. */
export class CliProgram {
  private constructor(
    readonly file: string,
    private readonly probe: string,
  ) {}

  /** Bundles it into `folder`. */
  static async build(folder: string): Promise<CliProgram> {
    const { bundles, buildOptions } = await import('../../esbuild.mjs');
    const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
    if (!bundle) throw new Error('dist/cli.js is not built any more');
    const program = new CliProgram(join(folder, 'cli.js'), join(folder, 'probe.cjs'));
    await build({ ...buildOptions(bundle), outfile: program.file, sourcemap: false });
    writeFileSync(program.probe, MEMORY_PROBE);
    return program;
  }

  /** Runs it in `folder`, to its end. */
  run(
    argv: readonly string[],
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<ProgramAnswer> {
    return new Promise((answer, fail) => {
      const child = spawn(process.execPath, ['--require', this.probe, this.file, ...argv], {
        cwd: folder,
        env: { ...process.env, NO_COLOR: '', ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      });
      const streams = [child.stdout, child.stderr, child.stdio[3] as Readable].map(textOf);
      child.on('error', fail);
      child.on('close', (code) => {
        const [out = '', err = '', memory = ''] = streams.map((text) => text());
        answer({ code: code ?? -1, out, err, memory: Number(memory) / 1024 });
      });
    });
  }
}

/** Gathers what a stream says. */
function textOf(stream: Readable | null): () => string {
  const pieces: Buffer[] = [];
  stream?.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString('utf8');
}
