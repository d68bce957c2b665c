import type { Span } from '../syntax/nodes';
import { CheckedRequest, Shelf, type Yardstick } from './checked-request';
import type { CutFile, RecutFile } from './cut-file';
import type { CheckedRequests, Memo } from './memo';

/** A step is about a millisecond of work: short enough to stop between two key strokes. */
const REQUESTS_A_STEP = 20;
/** Findings kept of one file: far more than anybody reads. The requests behind are not read. */
const MOST_FINDINGS = 200_000;

/** Checks the requests of a file, taking over those that an earlier run checked and that no edit touched. */
export function* checkRequests(
  file: CutFile | RecutFile,
  yardstick: Yardstick,
  known: Memo | undefined,
): Generator<void, CheckedRequests> {
  const { recognition } = known?.file ?? {};
  const usable =
    known && recognition?.kind === 'format' && recognition.format === yardstick.format ? known : undefined;
  if (usable && usable.count < MOST_FINDINGS && 'head' in file) {
    const few = yield* checkEdited(file, yardstick, usable);
    if (few.count < MOST_FINDINGS) return few;
  }
  return yield* checkAll(file, yardstick, usable);
}

/** Only the requests between those that stayed the same at both ends. */
function* checkEdited(
  file: RecutFile,
  yardstick: Yardstick,
  { requests: before, shelf, lineage, count: earlier }: CheckedRequests,
): Generator<void, CheckedRequests> {
  const { head, tail, cut, source } = file;
  const fresh: CheckedRequest[] = [];
  for (const { start, end } of cut.requests.slice(head, cut.requests.length - tail)) {
    fresh.push(CheckedRequest.of(source.slice(start, end), yardstick, shelf));
    if (fresh.length % REQUESTS_A_STEP === 0) yield;
  }
  const gone = before.slice(head, before.length - tail);
  for (const request of gone) shelf.take(request);
  const requests = before.slice(0, head).concat(fresh, before.slice(before.length - tail));
  return { requests, shelf, lineage, count: earlier - countOf(gone) + countOf(fresh) };
}

function countOf(requests: readonly CheckedRequest[]): number {
  return requests.reduce((sum, { findings }) => sum + findings.length, 0);
}

/** All of them, until there is more to tell than anybody reads; by their text, those that are known are not read again. */
function* checkAll(
  { cut, source }: CutFile,
  yardstick: Yardstick,
  known: Memo | undefined,
): Generator<void, CheckedRequests> {
  const shelf = known?.shelf ?? new Shelf();
  const pool = new Pool(known);
  const requests: CheckedRequest[] = [];
  let count = 0;
  for (const { start, end } of cut.requests as readonly Span[]) {
    const slice = source.slice(start, end);
    const isOver = count >= MOST_FINDINGS;
    const request = isOver
      ? CheckedRequest.of(slice, yardstick, shelf, 0)
      : (pool.take(slice) ?? CheckedRequest.of(slice, yardstick, shelf));
    requests.push(request);
    count += request.findings.length;
    if (isOver) break;
    if (requests.length % REQUESTS_A_STEP === 0) yield;
  }
  for (const request of pool.rest()) shelf.take(request);
  return { requests, shelf, lineage: known?.lineage ?? {}, count };
}

/** Requests that were checked before, by their text. Each is given once: it stands in one place. */
class Pool {
  private readonly byText = new Map<string, CheckedRequest[]>();

  constructor(known: Memo | undefined) {
    known?.requests.forEach((request, rank) => {
      const place = known.file.cut.requests[rank];
      if (!place || !request.wasRead) return;
      const text = known.file.source.slice(place.start, place.end);
      const same = this.byText.get(text);
      if (same) same.push(request);
      else this.byText.set(text, [request]);
    });
  }

  take(text: string): CheckedRequest | undefined {
    // Looking a text up reads it all: not for nothing.
    return this.byText.size > 0 ? this.byText.get(text)?.pop() : undefined;
  }

  rest(): CheckedRequest[] {
    return [...this.byText.values()].flat();
  }
}
