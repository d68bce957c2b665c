/**
 * What the product may cost before anybody has typed, and what it costs: `npm run budgets` builds it, measures it, and
 * prints a table. It ends with 1 where a budget is not kept.
 */
import { cpus, loadavg } from 'node:os';
import { packageVsix } from '../test/vscode/package-vsix.mjs';
import { activation, firstFindings, kilobytes, serverStart, weights } from './budgets/measured';

interface Budget {
  readonly what: string;
  readonly unit: string;
  readonly most: number;
  /** Undefined where it could not be measured. */
  readonly found: number | undefined;
}

async function main(): Promise<void> {
  packageVsix(new URL('..', import.meta.url).pathname);
  const budgets: Budget[] = [
    {
      what: 'the extension is active in VS Code, its server with it',
      unit: 'ms',
      most: 700,
      found: await activation(),
    },
    { what: 'the server answers `initialize`', unit: 'ms', most: 300, found: await serverStart() },
    { what: 'first findings of 200 requests', unit: 'ms', most: 250, found: await firstFindings() },
    { what: 'segur-sons.vsix', unit: 'KB', most: 1000, found: kilobytes('segur-sons.vsix') },
    ...weights().map(([name, most]) => ({ what: name, unit: 'KB', most, found: kilobytes(name) })),
  ];
  const rows = budgets.map((budget) => [
    budget.what,
    budget.found === undefined ? '–' : `${budget.found.toFixed(0)} ${budget.unit}`,
    `${budget.most} ${budget.unit}`,
    isKept(budget) ? 'yes' : 'no',
  ]);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load average ${load}.\n`,
  );
  for (const row of [['what', 'measured', 'budget', 'kept'], ['---', '---', '---', '---'], ...rows]) {
    console.log(`| ${row.join(' | ')} |`);
  }
  process.exitCode = budgets.every(isKept) ? 0 : 1;
}

function isKept({ most, found }: Budget): boolean {
  return found !== undefined && found <= most;
}

void main();
