// Another editor, headless, as a client of the packaged command line: on one file with one misspelt literal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const TEXT = `{
  "typeDemande": "AVANCE",
  "sons": "MDV-LGC-Va2",
  "fournisseur": { "assujettiTVA": vrai },
  "demandes": []
}
`;

/**
 * Runs `command` with the arguments that `args` gives for the file to open and the folder of the scripts. Prints what it
 * says, which ends with `N passed, N failed`, and sets the exit code.
 */
export function runHeadless(command, args) {
  const folder = mkdtempSync(join(tmpdir(), `segur-${command}-`));
  const file = join(folder, 'essai.avance.json');
  writeFileSync(file, TEXT);
  const run = spawnSync(command, args(file, here), {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, SEGUR_CLI: join(here, '../../dist/cli.js') },
  });
  rmSync(folder, { recursive: true, force: true });
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}`;
  process.stdout.write(output);
  if (run.error) console.log(`${command} did not run: ${run.error.message}`);
  if (!/^\d+ passed, \d+ failed$/m.test(output)) console.log('0 passed, 1 failed');
  process.exitCode = run.status === 0 ? 0 : 1;
}
