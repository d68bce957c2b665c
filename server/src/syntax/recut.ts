/**
 * Cuts an edited text with what is known of it from before the edit: only the requests that the edit touches are
 * looked at, and the rest moves. Where that might give something else than cutting the whole text (an envelope with
 * something wrong about it, other things than requests in the list), nothing is given.
 */

import { cutDocument, type CutDocument, type RequestPath } from './document';
import { endOfRequest } from './end-of-value';
import type { ArrayNode, Fragment, HoleNode, JsonNode, ObjectNode, PropertyNode } from './nodes';
import { MOST_VALUES } from './parse-options';
import type { Change, SourceText } from './source-text';

/** What the requests of an edited text have in common with those before the edit. */
export interface Recut {
  readonly cut: CutDocument;
  /** The first requests are the same as before, to the character: how many. */
  readonly head: number;
  /** And so are the last ones. */
  readonly tail: number;
}

/** What stands around the requests: the text with one empty request in the place of them all. */
export interface Skeleton {
  readonly text: string;
  /** Where the empty request begins. */
  readonly at: number;
}

const EMPTY = '{}';
/** What stands around requests is short; where it is not, cutting the whole text is no slower. */
const LONGEST_SKELETON = 200_000;
const LOOK_AHEAD = 2048;
/** Requests that look further than this behind their end are not followed: too much would have to be looked at again. */
const FAR = 4096;

/** True for a text with nothing wrong around its requests, which fill one list: the edits of such a text can be followed. */
export function isRegular({ source, envelope, requests }: CutDocument): boolean {
  const [first] = requests;
  const list = first?.parent;
  if (envelope.problems.length > 0 || list?.kind !== 'array' || list.items.length !== requests.length) {
    return false;
  }
  return requests.every((hole, rank) => {
    const next = requests[rank + 1];
    if (hole.parent !== list || hole.reach > hole.end + FAR) return false;
    if (source.slice(hole.start, hole.start + 1) !== '{') return false;
    return !next || isGap(source.slice(hole.end, next.start));
  });
}

/** Follows an edit of a regular text; undefined where the whole text must be cut again. */
export function recut(
  before: CutDocument,
  source: SourceText,
  change: Change,
  paths: readonly RequestPath[],
): Recut | undefined {
  const run = rerun(before.requests, source, change);
  const skeleton = run && skeletonAround(source, run.holes);
  if (!skeleton) return undefined;
  const around = cutDocument(skeleton.text, paths);
  if (!holdsOne(around, skeleton.at) || around.envelope.size + run.holes.length >= MOST_VALUES) {
    return undefined;
  }
  const envelope = spread(around.envelope, source, run.holes, skeleton);
  return { cut: { source, envelope, requests: run.holes }, head: run.head, tail: run.tail };
}

/** True when nothing is wrong, and the one request is the empty one that was put at `at`. */
function holdsOne(around: CutDocument, at: number): boolean {
  const [hole, ...others] = around.requests;
  if (others.length > 0 || hole?.start !== at) return false;
  return hole.end === at + EMPTY.length && isRegular(around);
}

/** What stands around these requests; undefined when that is long. */
export function skeletonAround(source: SourceText, requests: readonly HoleNode[]): Skeleton | undefined {
  const [start, end] = [requests[0]?.start, requests.at(-1)?.end];
  if (start === undefined || end === undefined) return undefined;
  if (start + source.length - end > LONGEST_SKELETON) return undefined;
  return { text: source.slice(0, start) + EMPTY + source.slice(end), at: start };
}

interface Run {
  readonly holes: readonly HoleNode[];
  /** How many requests at both ends are those from before. */
  readonly head: number;
  readonly tail: number;
}

/** The requests of the edited text; undefined when something else than requests comes between them. */
function rerun(before: readonly HoleNode[], source: SourceText, change: Change): Run | undefined {
  const delta = change.newEnd - change.oldEnd;
  let head = firstTouched(before, change.start);
  const first = before[head];
  const from = first && startAfter(change, first.start, head);
  const fresh = from === undefined ? undefined : freshFrom(from, before, source, change);
  if (first && !fresh) return undefined;
  const holes = before.slice(0, head).map((hole) => moved(hole, hole.index, 0));
  for (const hole of fresh?.holes ?? []) {
    const earlier = before[head];
    // Looked at only because it ends near the edit.
    const isSame = hole.end <= change.start && earlier?.end === hole.end && holes.length === head;
    if (isSame) head++;
    holes.push(moved(hole, holes.length, 0));
  }
  const tail = fresh?.tail ?? 0;
  for (const hole of before.slice(before.length - tail)) holes.push(moved(hole, holes.length, delta));
  return { holes, head, tail };
}

/** Where a request begins after an edit in it or before it; undefined when the edit touches its very beginning. */
function startAfter({ start, oldEnd, newEnd }: Change, before: number, rank: number): number | undefined {
  if (before < start) return before;
  return rank === 0 && oldEnd <= before ? before + newEnd - oldEnd : undefined;
}

interface Fresh {
  readonly holes: readonly HoleNode[];
  /** How many of the requests from before follow. */
  readonly tail: number;
}

/** The requests from `from` on, up to one that begins where one did before; undefined when something else comes. */
function freshFrom(
  from: number,
  before: readonly HoleNode[],
  source: SourceText,
  { oldEnd, newEnd }: Change,
): Fresh | undefined {
  const holes: HoleNode[] = [];
  for (let start = from; ;) {
    const known = start >= newEnd ? rankAt(before, start - newEnd + oldEnd) : -1;
    if (known >= 0) return { holes, tail: before.length - known };
    const hole = holeAt(source, start);
    if (!hole || hole.reach > hole.end + FAR) return undefined;
    holes.push(hole);
    const next = nextAfter(source, hole.end);
    if (next === 'end') return { holes, tail: 0 };
    if (next === undefined) return undefined;
    start = next;
  }
}

function moved({ start, end, closed, reach }: HoleNode, index: number, by: number): HoleNode {
  return { kind: 'hole', start: start + by, end: end + by, index, closed, reach: reach + by };
}

/** Rank of the first request whose end may depend on what stands from `offset` on. */
function firstTouched(requests: readonly HoleNode[], offset: number): number {
  let first = requests.findLastIndex(({ end }) => end < offset) + 1;
  for (let rank = first - 1; rank >= 0 && (requests[rank]?.end ?? 0) + FAR > offset; rank--) {
    if ((requests[rank]?.reach ?? 0) > offset) first = rank;
  }
  return first;
}

/** Rank of the request that begins at `start`, -1 where none does. */
function rankAt(requests: readonly HoleNode[], start: number): number {
  let low = 0;
  let high = requests.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = requests[middle]?.start ?? 0;
    if (at === start) return middle;
    if (at < start) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The request at `start`, reading as little of the text as it takes; undefined where no object begins. */
function holeAt(source: SourceText, start: number): HoleNode | undefined {
  for (let size = 4 * LOOK_AHEAD; ; size *= 4) {
    const isWhole = start + size >= source.length;
    const text = source.slice(start, start + size);
    if (!text.startsWith('{')) return undefined;
    const { end, closed, reach } = endOfRequest(text, 0);
    if (isWhole || reach <= size) {
      return { kind: 'hole', start, end: start + end, index: 0, closed, reach: start + reach };
    }
  }
}

/** Where the next request begins, `end` where the list ends, undefined where neither is plain. */
function nextAfter(source: SourceText, end: number): number | 'end' | undefined {
  const text = source.slice(end, end + LOOK_AHEAD);
  const gap = /^[ \t\r\n]*,[ \t\r\n]*(?=\{)/.exec(text);
  if (gap) return end + gap[0].length;
  return /^[ \t\r\n]*\]/.test(text) ? 'end' : undefined;
}

function isGap(text: string): boolean {
  return /^[ \t\r\n]*,[ \t\r\n]*$/.test(text);
}

/** The tree of a skeleton with the requests in their places. */
function spread(
  skeleton: Fragment,
  source: SourceText,
  holes: readonly HoleNode[],
  { at, text }: Skeleton,
): Fragment {
  const delta = source.length - text.length;
  const shift = (offset: number): number => (offset > at ? offset + delta : offset);
  const root = skeleton.root && copied(skeleton.root, shift, holes);
  const size = skeleton.size + holes.length - 1;
  return {
    root,
    size,
    problems: skeleton.problems,
    get text() {
      return source.toString();
    },
  };
}

type Shift = (offset: number) => number;

function copied(node: JsonNode, shift: Shift, holes: readonly HoleNode[]): JsonNode {
  const place = { start: shift(node.start), end: shift(node.end) };
  if (node.kind === 'object') {
    const properties = node.properties.map((property) => copiedProperty(property, shift, holes));
    const object: ObjectNode = { ...node, ...place, properties };
    for (const property of properties) property.parent = object;
    return object;
  }
  if (node.kind === 'array') {
    const isList = node.items[0]?.kind === 'hole';
    const items = isList ? holes : node.items.map((item) => copied(item, shift, holes));
    const list: ArrayNode = { ...node, ...place, items };
    for (const item of items) item.parent = list;
    return list;
  }
  return { ...node, ...place };
}

function copiedProperty(property: PropertyNode, shift: Shift, holes: readonly HoleNode[]): PropertyNode {
  const { key } = property;
  const value = property.value && copied(property.value, shift, holes);
  const copy: PropertyNode = {
    ...property,
    start: shift(property.start),
    end: shift(property.end),
    key: { ...key, start: shift(key.start), end: shift(key.end) },
    value,
  };
  if (value) value.parent = copy;
  return copy;
}
