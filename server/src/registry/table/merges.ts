import type { Budget } from './limits';
import { columnOf } from './sheet';
import type { Cell } from './table';

interface MutableRow {
  readonly ligne: number;
  readonly cells: Cell[];
}

/** Gives each cell of a merged range what is seen in it. How many ranges were filled. */
export function fillMerges(rows: readonly MutableRow[], ranges: readonly string[], budget: Budget): number {
  const byLine = new Map(rows.map((row) => [row.ligne, row]));
  return ranges.filter((range) => fillRange(byLine, range, budget)).length;
}

function fillRange(rows: ReadonlyMap<number, MutableRow>, range: string, budget: Budget): boolean {
  const [, from = '', top, to = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const [left, right, first, last] = [columnOf(from), columnOf(to), Number(top), Number(bottom)];
  const value = rows.get(first)?.cells[left];
  if (value === undefined || right - left > 1_000) return false;
  for (let ligne = first; ligne <= last; ligne++) {
    // Absent rows cost too: a range may claim a million of them.
    budget.takeCells(right - left + 1);
    const cells = rows.get(ligne)?.cells;
    if (cells === undefined) continue;
    while (cells.length <= right) cells.push(undefined);
    for (let column = left; column <= right; column++) cells[column] ??= value;
  }
  return true;
}
