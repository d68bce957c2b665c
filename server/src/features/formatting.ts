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
  const kept = harmless(text, layout(text, options, wanted), frozenIn(analysis));
  const edits = kept.length > MOST_EDITS && !range ? [wholeText(text, kept)] : kept;
  return edits.map((edit) => textEditOf(document, edit));
}

/** Edits in the text's order. The byte-order mark at the head, if any, stays out of it. */
function layout(text: string, options: FormattingOptions, wanted: Span): Edit[] {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const body = text.slice(mark);
  const start = Math.max(0, wanted.start - mark);
  const end = Math.max(start, wanted.end - mark);
  const whole = start === 0 && end >= body.trimEnd().length;
  const finalLineBreak = /[\r\n][ \t]*$/.test(body);
  const edits = format(body, whole ? undefined : { offset: start, length: end - start }, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: lineBreakOf(text),
    insertFinalNewline: whole
      ? finalLineBreak || options.insertFinalNewline === true
      : finalLineBreak && end >= body.length,
  });
  return edits.map((edit) => placed(edit, mark));
}

function placed({ offset, length, content }: JsoncEdit, by: number): Edit {
  return { start: offset + by, end: offset + length + by, text: content };
}

/** Keeps edits that turn blanks into blanks and touch nothing frozen. */
function harmless(text: string, edits: readonly Edit[], frozen: readonly Span[]): Edit[] {
  let rank = 0;
  return edits.filter((edit) => {
    while ((frozen[rank]?.end ?? Infinity) < edit.start) rank++;
    if ((frozen[rank]?.start ?? Infinity) <= edit.end) return false;
    return isBlank(edit.text) && isBlank(text.slice(edit.start, edit.end));
  });
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/**
 * What stays as it is, its two ends included: places where the text is broken, for a line break may be what
 * tells how to mend it, and the inside of what is one word though it is no JSON (`300,00`).
 */
function frozenIn(analysis: Analysis): Span[] {
  const frozen: Span[] = [];
  const freeze = (start: number, end: number): unknown => start <= end && frozen.push({ start, end });
  for (const { fragment, base } of treesOf(analysis)) {
    for (const { start, end } of fragment.problems) freeze(base + start, base + end);
    for (const { node } of nodesUnder(fragment.root)) {
      const word = node.kind === 'property' && !node.key.quoted ? node.key : node;
      if (word !== node || node.kind === 'invalid') freeze(base + word.start + 1, base + word.end - 1);
    }
  }
  return merged(frozen);
}

/** In the text's order, overlaps joined. */
function merged(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
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
