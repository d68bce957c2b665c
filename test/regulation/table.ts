import type { Held, Status } from '../../server/src/regulation/sourced';

/** A value as a person copies it from the texts: `id | value | sources | status | before (sources)`. */
export interface Row {
  readonly id: string;
  readonly value: string;
  readonly source: string;
  readonly status: Status;
  readonly before: string;
}

const STATUSES: Readonly<Record<string, Status>> = {
  ok: 'confirmé',
  '?': 'à confirmer',
  '-': 'inconnu',
};

/** Reads a table written by hand; `status` is `ok`, `?` or `-`, unknown values are `-`. */
export function rowsOf(table: string, prefix = ''): readonly Row[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', value = '', source = '', status = '', before = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const known = STATUSES[status];
      if (!known) throw new Error(`No status in: ${line}`);
      return { id: prefix + id, value, source, status: known, before };
    });
}

/** The same words from our data. */
export function rowFrom(held: Held<unknown>, written = asText(held.value)): Row {
  const before = (held.supersedes ?? []).map(({ value, source }) => `${value} (${source.join(' ')})`);
  return {
    id: held.id,
    value: written,
    source: held.source.join(' '),
    status: held.status,
    before: before.join(', '),
  };
}

function asText(value: unknown): string {
  if (value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Rows in the order of their ids: which file of data a value stands in says nothing. */
export function byId(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
