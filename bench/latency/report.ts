import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { deposit } from './deposits';
import type { Asked, Edited, Times } from './measure';

/** What no checker can do without: reading the text once. In milliseconds. */
interface Floors {
  readonly bytes: number;
  readonly parse: number;
  readonly scan: number;
}

/** Medians of a few runs on the text that is edited. */
export function floors(requests: number): Floors {
  const text = deposit(requests, 0);
  const bytes = Buffer.from(text);
  return {
    bytes: bytes.length,
    parse: median(() => void JSON.parse(text)),
    scan: median(() => {
      let sum = 0;
      for (let i = bytes.length - 1; i >= 0; i--) sum = (sum + (bytes[i] ?? 0)) | 0;
      return sum;
    }),
  };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return quantile(times, 0.5) ?? 0;
}

function quantile(times: Times, share: number): number | undefined {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const START = '<!-- made by npm run bench -->';
const END = '<!-- end of what npm run bench made -->';

/** Gathers figures and lays them out as tables. */
export class Report {
  private readonly sizes = new Map<number, Floors>();
  private readonly edits: string[][] = [];
  private readonly starts: string[][] = [];
  private own: number | undefined;

  floor(requests: number, found: Floors): void {
    this.sizes.set(requests, found);
  }

  edited(server: string, requests: number, findings: number, edited: Edited | undefined): void {
    const times = edited?.times ?? [];
    const p95 = quantile(times, 0.95);
    if (server === 'segur-sons') this.own = p95;
    const work = p95 === undefined ? undefined : p95 - (edited?.waits ?? 0);
    const floor = this.sizes.get(requests);
    this.edits.push([
      server,
      count(requests),
      size(floor?.bytes),
      count(findings),
      edited ? count(edited.findings) : '–',
      shown(quantile(times, 0.5)),
      shown(p95),
      shown(quantile(times, 0.99)),
      ratio(p95, floor?.parse),
      ratio(p95, floor?.scan),
      server === 'segur-sons' ? '1' : ratio(work, this.own),
      count(times.length),
    ]);
  }

  started(server: string, times: readonly (number | undefined)[]): void {
    const known = times.filter((time) => time !== undefined);
    this.starts.push([server, 'start of the process → findings', ...spread(known)]);
  }

  asked(server: string, asked: Asked | undefined): void {
    for (const [name, times] of Object.entries(asked?.times ?? {})) {
      this.starts.push([server, `${name}, behind an edit`, ...spread(times)]);
    }
    const memory = asked?.memory === undefined ? '–' : `${asked.memory.toFixed(0)} MB`;
    this.starts.push([server, 'memory of the process behind 1,000 edits', memory, '', '']);
  }

  markdown(): string {
    const load = loadavg()[0]?.toFixed(1);
    const machine = `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load average ${load}, ${new Date().toISOString().slice(0, 10)}.`;
    const floor = [...this.sizes].map(([requests, { bytes, parse, scan }]) => [
      count(requests),
      size(bytes),
      shown(parse),
      shown(scan),
    ]);
    return [
      machine,
      'From the edit written to the findings of that very version read, client and server in two processes over stdio. Edits at the first, the middle and the last request, each one wrong and then put right: a letter, a broken literal, a lost quote, a lost bracket. "Times ours" leaves out what a server waits for on purpose.',
      table(
        [
          'server',
          'requests',
          'size',
          'faults',
          'told',
          'p50 ms',
          'p95 ms',
          'p99 ms',
          'p95 / JSON.parse',
          'p95 / scan',
          'times ours',
          'edits',
        ],
        this.edits,
      ),
      'The floors: what it takes to read the text once.',
      table(['requests', 'size', 'JSON.parse, ms', 'scan of the bytes, ms'], floor),
      'On 200 requests with 20 faults.',
      table(['server', 'measure', 'p50 ms', 'p95 ms', 'p99 ms'], this.starts),
    ].join('\n\n');
  }

  /** Puts the tables in the place of the ones before. */
  write(file: URL): void {
    const text = readFileSync(file, 'utf8');
    const [from, to] = [text.indexOf(START), text.indexOf(END)];
    if (from < 0 || to < from) throw new Error(`${file.pathname} has no place for the tables`);
    const before = text.slice(0, from + START.length);
    writeFileSync(file, `${before}\n\n${this.markdown()}\n\n${text.slice(to)}`);
  }
}

function spread(times: Times): string[] {
  return [0.5, 0.95, 0.99].map((share) => shown(quantile(times, share)));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function shown(time: number | undefined): string {
  if (time === undefined) return '–';
  return time < 0.095 ? time.toFixed(3) : time < 100 ? time.toFixed(1) : time.toFixed(0);
}

function size(bytes: number | undefined): string {
  if (bytes === undefined) return '–';
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function ratio(time: number | undefined, floor: number | undefined): string {
  if (time === undefined || floor === undefined || floor === 0) return '–';
  const share = time / floor;
  return share < 10 ? share.toFixed(2) : share.toFixed(0);
}
