import { createScanner, format, SyntaxKind, type Edit as JsoncEdit } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analyse';
import { applyEdits, lineBreakOf, type Edit } from '../syntax/edits';
import type { Span } from '../syntax/nodes';
import { textEditOf, type CheckedDocument } from './document';
import { nodesUnder, treesOf } from './trees';

/** Deeper than that, each level's indentation would make megabytes of blanks. */
const DEEPEST = 100;
/** Above this number, one edit of the whole text is lighter to send and to apply. */
const MOST_EDITS = 10_000;
const BYTE_ORDER_MARK = '\uFEFF';

/** Lays out a text, or the lines of `range`. Moves blanks only: every other character stays, errors included. */
export function formattingEdits(
  { document, analysis }: CheckedDocument,
  options: FormattingOptions,
  range?: Range,
): TextEdit[] {
  const { text } = analysis;
  const wanted = range
    ? { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
    : { start: 0, end: text.length };
  if (!canBeLaidOut(analysis)) return [];
  const kept = harmless(text, layout(text, options, wanted), untouchables(analysis));
  const edits = kept.length > MOST_EDITS && !range ? [wholeText(text, kept)] : kept;
  return edits.map((edit) => textEditOf(document, edit));
}

/** Edits in the text's order. The mark at the head, if any, stays out of it. */
function layout(text: string, options: FormattingOptions, wanted: Span): Edit[] {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const body = text.slice(mark);
  const start = Math.max(0, wanted.start - mark);
  const end = Math.max(start, wanted.end - mark);
  const whole = start === 0 && end >= body.trimEnd().length;
  const toTheEnd = end >= body.length;
  const edits = format(body, whole ? undefined : { offset: start, length: end - start }, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: lineBreakOf(text),
    insertFinalNewline: toTheEnd && (/[\r\n][ \t]*$/.test(body) || options.insertFinalNewline === true),
  });
  return edits.map((edit) => placed(edit, mark));
}

function placed({ offset, length, content }: JsoncEdit, by: number): Edit {
  return { start: offset + by, end: offset + length + by, text: content };
}

/** Keeps edits that turn blanks into blanks, outside of what is one thing though it is no JSON (`300,00`). */
function harmless(text: string, edits: readonly Edit[], untouchable: readonly Span[]): Edit[] {
  let rank = 0;
  return edits.filter((edit) => {
    while ((untouchable[rank]?.end ?? Infinity) <= edit.start) rank++;
    const span = untouchable[rank];
    if (span && edit.end > span.start && edit.start < span.end && edit.start !== span.start) return false;
    return isBlank(edit.text) && isBlank(text.slice(edit.start, edit.end));
  });
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** Words that are no JSON, keys without quotes and unfinished texts, in the text's order. */
function untouchables(analysis: Analysis): Span[] {
  const spans: Span[] = [];
  for (const { fragment, base } of treesOf(analysis)) {
    for (const { node } of nodesUnder(fragment.root)) {
      const span = node.kind === 'invalid' ? node : node.kind === 'property' && !node.key.quoted ? node.key : undefined;
      if (span) spans.push({ start: base + span.start, end: base + span.end });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function canBeLaidOut({ text, dossier }: Analysis): boolean {
  const binary = dossier?.enveloppe.fragment.problems.some(({ kind }) => kind === 'fichier-binaire') ?? false;
  return !binary && depthOf(text) <= DEEPEST;
}

function depthOf(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  let deepest = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth++;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function wholeText(text: string, edits: readonly Edit[]): Edit {
  return { start: 0, end: text.length, text: applyEdits(text, edits) };
}
