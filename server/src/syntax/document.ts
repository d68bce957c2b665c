import type { Fragment, HoleNode } from './nodes';
import { parseText } from './parse';
import type { PathStep } from './parse-options';
import type { SourceText } from './source-text';

/** A text cut into its envelope (requests replaced by holes) and its requests. */
export interface CutDocument {
  readonly source: SourceText;
  readonly envelope: Fragment;
  /** The places of the requests, in the text's order. */
  readonly requests: readonly HoleNode[];
}

/** Paths of the values that are one request each, `#` standing for any item: `['demandes', '#']`. */
export type RequestPath = readonly PathStep[];

/** Cuts `text`; a value at one of `paths` is a request. No request is parsed yet. */
export function cutDocument(text: string, paths: readonly RequestPath[]): CutDocument {
  const { requests, ...envelope } = parseText(text, {
    isRequest: (path) => paths.some((wanted) => samePath(wanted, path)),
  });
  return { source: text, envelope, requests };
}

function samePath(wanted: RequestPath, path: RequestPath): boolean {
  return wanted.length === path.length && wanted.every((step, i) => step === path[i]);
}
