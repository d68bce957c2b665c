import { lineChanges, type LineChange } from '../line-diff';
import { harmless, type Style } from './style';

/** Lines shown around a change. */
const CONTEXT = 2;
const LONGEST = 200;

/** What changes from one text to the other, as `diff -u` would tell it; long lines are cut around the change. */
export function diffLines(path: string, before: string, after: string, style: Style): string[] {
  const lines = before.split(/\r\n|\r|\n/);
  const changes = lineChanges(lines, after.split(/\r\n|\r|\n/));
  const told = [style.bold(`--- ${harmless(path)}`), style.bold(`+++ ${harmless(path)}`)];
  let shift = 0;
  for (const group of neighbours(changes)) {
    const { title, body, growth } = hunk(lines, group, shift);
    told.push(style.dim(title));
    for (const line of body) told.push(painted(line, style));
    shift += growth;
  }
  return told;
}

/** Changes so near to each other that what is shown around them would overlap. */
function neighbours(changes: readonly LineChange[]): LineChange[][] {
  const groups: LineChange[][] = [];
  let end = -Infinity;
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && change.at - end <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
    end = change.at + change.removed.length;
  }
  return groups;
}

interface Hunk {
  readonly title: string;
  readonly body: readonly string[];
  /** Lines that the text gains. */
  readonly growth: number;
}

/** `shift`: by how many lines the changes before this one move it. */
function hunk(lines: readonly string[], group: readonly LineChange[], shift: number): Hunk {
  const first = Math.max(0, (group[0]?.at ?? 0) - CONTEXT);
  const body: string[] = [];
  let from = first;
  let growth = 0;
  const keep = (to: number): void => {
    for (const line of lines.slice(from, to)) body.push(` ${cut(line, 0)}`);
    from = Math.min(to, lines.length);
  };
  for (const change of group) {
    const { at, removed, added } = change;
    keep(at);
    const around = firstDifference(change);
    for (const line of removed) body.push(`-${cut(line, around)}`);
    for (const line of added) body.push(`+${cut(line, around)}`);
    from = at + removed.length;
    growth += added.length - removed.length;
  }
  keep(from + CONTEXT);
  const count = from - first;
  const title = `@@ -${first + 1},${count} +${first + 1 + shift},${count + growth} @@`;
  return { title, body, growth };
}

function painted(line: string, { red, green }: Style): string {
  if (line.startsWith('-')) return red(line);
  return line.startsWith('+') ? green(line) : line;
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
