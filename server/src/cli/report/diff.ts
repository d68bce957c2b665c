import { lineChanges, type LineChange } from '../line-diff';
import { harmless, type Style } from './style';

/** Lines shown around a change. */
const CONTEXT = 2;
const LONGEST = 200;

/** What changes from one text to the other, as `diff -u` would tell it; long lines are cut around the change. */
export function diffLines(
  path: string,
  before: string,
  after: string,
  { bold, dim, red, green }: Style,
): string[] {
  const lines = before.split(/\r\n|\r|\n/);
  const changes = lineChanges(lines, after.split(/\r\n|\r|\n/));
  const shifts = shiftsOf(changes);
  return [
    bold(`--- ${harmless(path)}`),
    bold(`+++ ${harmless(path)}`),
    ...changes.flatMap((change, rank) => {
      const { at, removed, added } = change;
      const first = Math.max(0, at - CONTEXT);
      const above = lines.slice(first, at);
      const below = lines.slice(at + removed.length, at + removed.length + CONTEXT);
      const around = above.length + below.length;
      const newStart = first + 1 + (shifts[rank] ?? 0);
      const from = firstDifference(change);
      return [
        dim(`@@ -${first + 1},${around + removed.length} +${newStart},${around + added.length} @@`),
        ...above.map((line) => ` ${cut(line, 0)}`),
        ...removed.map((line) => red(`-${cut(line, from)}`)),
        ...added.map((line) => green(`+${cut(line, from)}`)),
        ...below.map((line) => ` ${cut(line, 0)}`),
      ];
    }),
  ];
}

/** By how many lines the changes before each one move it. */
function shiftsOf(changes: readonly LineChange[]): number[] {
  let shift = 0;
  return changes.map(({ removed, added }) => {
    const before = shift;
    shift += added.length - removed.length;
    return before;
  });
}

function firstDifference({ removed: [old = ''], added: [fresh = ''] }: LineChange): number {
  let at = 0;
  while (at < old.length && old[at] === fresh[at]) at++;
  return at;
}

function cut(line: string, around: number): string {
  if (line.length <= LONGEST) return harmless(line);
  const start = Math.max(0, around - LONGEST / 2);
  const end = start + LONGEST;
  return `${start > 0 ? '…' : ''}${harmless(line.slice(start, end))}${end < line.length ? '…' : ''}`;
}
