/**
 * Throws everything at the product for as long as asked, and prints a Markdown table. A failure prints its seed and the
 * smallest case found, and ends the run with the code 1.
 *   npm run fuzz -- --minutes 10 --seed 1
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import fc from 'fast-check';
import { ConnectionError, ConnectionErrors, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { analyse } from '../server/src/analysis/analyse';
import { mendAll } from '../server/src/analysis/mend';
import { readLearntFormat } from '../server/src/analysis/workspace-formats';
import { readRegulation } from '../server/src/analysis/workspace-regulation';
import { readWorkspaceSettings } from '../server/src/analysis/workspace-settings';
import { readZipHistory } from '../server/src/analysis/zip/history';
import { readModel } from '../server/src/formats/learn/read-model';
import { loadBase } from '../server/src/registry/import/load-base';
import { finish } from '../server/src/registry/table/steps';
import { anyText, brokenFrom } from '../test/support/broken-texts';
import { VALID } from '../test/support/liberal-request';
import { mutatedFile } from '../test/support/mutations';
import { playSession, protocolSession } from '../test/support/protocol-steps';
import { optionOf, randomOf } from './support/random.mjs';

const SETTINGS = `{ "base": { "fichier": "base.csv" }, "fichiers": { "a.json": "ignorer" },
  "dossierComplet": { "HOP-DPI-Va2": "12/03/2026" }, "fusions": [] }`;
const REGULATION = `{ "echeances": [{ "id": "x", "value": "12/03/2026", "source": ["S1"], "status": "confirmé" }] }`;
const CSV = readFileSync('samples/base-es-fictive.csv', 'utf8').slice(0, 3000);
/** Sessions are many messages each. */
const SESSION = 40;

interface Domain {
  readonly name: string;
  /** Of one look. */
  readonly steps: number;
  /** Looks at that many; tells the failure in words, undefined when there is none. */
  readonly look: (seed: number) => Promise<string | undefined>;
}

function domain<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  check: (one: Case) => void | Promise<void>,
  { steps = 1, runs = 200 } = {},
): Domain {
  const property = fc.asyncProperty(cases, async (one) => check(one));
  const look = async (seed: number): Promise<string | undefined> => {
    const result = await fc.check(property, { seed, numRuns: runs });
    return result.failed ? String(await fc.asyncDefaultReportMessage(result)) : undefined;
  };
  return { name, steps: steps * runs, look };
}

const DOMAINS: readonly Domain[] = [
  domain('any text, recognised, parsed and checked', fc.oneof(anyText, brokenFrom(VALID)), (text) => {
    analyse({ name: 'depot.json', text });
    analyse({ name: 'depot.avance.json', text });
  }),
  domain('spoilt files, mended twice', mutatedFile(4), (text) => {
    const name = 'depot.avance.json';
    const once = mendAll({ name, text }, { kinds: ['safe'] }).text;
    const twice = mendAll({ name, text: once }, { kinds: ['safe'] }).text;
    if (once !== twice) throw new Error(`mended again:\n${once}\n-----\n${twice}`);
  }),
  domain('files of .segur/', fc.oneof(anyText, brokenFrom(SETTINGS), brokenFrom(REGULATION)), (text) => {
    readWorkspaceSettings(text);
    readRegulation(text);
    readZipHistory(text);
    readLearntFormat('A-Va2.avance.schema.json', text);
  }),
  domain('models to learn', fc.oneof(anyText, brokenFrom(VALID)), (text) => {
    readModel([{ name: 'modele.json', text }]);
  }),
  domain('bases in CSV', fc.oneof(anyText, brokenFrom(CSV)), (text) => {
    finish(loadBase(new TextEncoder().encode(text), 'base.csv'));
  }),
  domain('messages of an editor', protocolSession(SESSION), playSession, { steps: SESSION / 2, runs: 4 }),
];

const minutes = optionOf('minutes', 10);
const seed = optionOf('seed', Date.now() % 2 ** 31);
const random = randomOf(seed);
const end = performance.now() + minutes * 60_000;
const counts = new Map<string, number>();
process.on('unhandledRejection', (reason) => {
  // A session ends by its streams being closed: what the server still had to say then is lost, as it should be.
  if (reason instanceof ConnectionError && reason.code === ConnectionErrors.Disposed) return;
  if (reason instanceof ResponseError && reason.code === ErrorCodes.PendingResponseRejected) return;
  console.error(`unhandled rejection, run with --seed ${seed}:`, reason);
  process.exit(1);
});

async function main(): Promise<void> {
  while (performance.now() < end) {
    for (const { name, steps, look } of DOMAINS) {
      const failure = await look(random.nat(2 ** 31));
      counts.set(name, (counts.get(name) ?? 0) + steps);
      if (failure === undefined) continue;
      console.error(`${name}: found with --seed ${seed}\n${failure}`);
      process.exit(1);
    }
  }
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, ${minutes} min, seed ${seed}\n`,
  );
  console.log('| what | steps |\n| --- | --- |');
  for (const [name, count] of counts) console.log(`| ${name} | ${count} |`);
}

void main();
