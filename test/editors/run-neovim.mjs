#!/usr/bin/env node
/** The packaged command line as a language server of a headless Neovim. Ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'segur-neovim-'));
const file = join(folder, 'neovim.avance.json');
writeFileSync(
  file,
  '{\n  "typeDemande": "AVANCE",\n  "sons": "MDV-LGC-Va2",\n  "fournisseur": { "assujettiTVA": vrai },\n  "demandes": []\n}\n',
);

const run = spawnSync(
  'nvim',
  ['--headless', '--clean', '-n', file, '-c', `luafile ${join(here, 'neovim.lua')}`],
  {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, SEGUR_CLI: join(here, '../../dist/cli.js') },
  },
);
rmSync(folder, { recursive: true, force: true });
const output = `${run.stdout ?? ''}${run.stderr ?? ''}`;
process.stdout.write(output);
if (run.error) console.log(`Neovim did not run: ${run.error.message}`);
if (!/^\d+ passed, \d+ failed$/m.test(output)) console.log('0 passed, 1 failed');
process.exitCode = run.status === 0 ? 0 : 1;
