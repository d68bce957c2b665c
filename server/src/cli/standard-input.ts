import { resolve } from 'node:path';
import type { Arguments } from './arguments';
import type { Candidate } from './collect-files';
import { cannotRun } from './outcome';
import { sourceOf, type Source } from './source';
import type { Terminal } from './terminal';

/** How the command line names what is written to it. */
const STDIN = '-';

/** The arguments without `-`, and what is read in its place: the text of `--stdin-filename`, or of a file without a name. */
export function withStandardInput(
  { names, stdinFilename }: Arguments,
  { folder, input }: Terminal,
): { readonly names: readonly string[]; readonly given: readonly Candidate[] } {
  const others = names.filter((name) => name !== STDIN);
  if (others.length === names.length) {
    if (stdinFilename !== undefined) throw cannotRun('cli.stdin-sans-tiret');
    return { names, given: [] };
  }
  const path = stdinFilename ?? STDIN;
  let reading: Promise<Source> | undefined;
  const content = (): Promise<Source> => (reading ??= input().then((bytes) => sourceOf(path, bytes)));
  return { names: others, given: [{ path, absolute: resolve(folder, path), named: true, content }] };
}
