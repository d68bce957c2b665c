import type { Span } from '../../syntax/nodes';
import { harmless } from './style';

/** Characters shown of a line on a screen of unknown width. */
const USUAL_WIDTH = 110;
const NARROWEST = 30;

export interface Excerpt {
  readonly line: string;
  /** Blanks, then carets under what was found. */
  readonly carets: string;
}

/** The line on which `span` begins, cut around it where it is longer than `width`, and carets for the line below. */
export function excerptOf(text: string, { start, end }: Span, column: number, width = USUAL_WIDTH): Excerpt {
  const room = Math.max(width, NARROWEST);
  const lineStart = start - column;
  const from = column < room * 0.7 ? lineStart : start - Math.floor(room / 3);
  const lineEnd = endOfLine(text, from, from + room);
  const before = from > lineStart ? '…' : '';
  const behind = lineEnd < text.length && !isBreak(text.charCodeAt(lineEnd)) ? '…' : '';
  const line = before + harmless(text.slice(from, lineEnd)).trimEnd() + behind;
  const lead = before.length + width16(text.slice(from, start));
  const length = Math.max(1, width16(text.slice(start, Math.min(end, lineEnd))));
  return { line, carets: ' '.repeat(lead) + '^'.repeat(length) };
}

/** Columns of a text: a pair of surrogates takes one. */
function width16(text: string): number {
  return [...text].length;
}

function endOfLine(text: string, from: number, limit: number): number {
  let end = from;
  while (end < text.length && end < limit && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
