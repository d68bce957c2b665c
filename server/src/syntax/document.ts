import type { Fragment, Span } from './nodes';
import { parseText } from './parse';
import type { PathStep } from './parse-options';

/** A text cut into its envelope (requests replaced by holes) and its requests. */
export interface CutDocument {
  readonly text: string;
  readonly envelope: Fragment;
  readonly requests: readonly Span[];
}

/** Paths of the values that are one request each, `#` standing for any item: `['demandes', '#']`. */
export type RequestPath = readonly PathStep[];

/** Cuts `text`; a value at one of `paths` is a request. No request is parsed yet. */
export function cutDocument(text: string, paths: readonly RequestPath[]): CutDocument {
  const { requests, ...envelope } = parseText(text, {
    isRequest: (path) => paths.some((wanted) => samePath(wanted, path)),
  });
  return { text, envelope, requests };
}

function samePath(wanted: RequestPath, path: RequestPath): boolean {
  return wanted.length === path.length && wanted.every((step, i) => step === path[i]);
}
