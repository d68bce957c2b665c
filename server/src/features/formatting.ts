import { format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyse';
import { applyEdits, indentAt, lineBreakOf, type Edit } from '../syntax/edits';
import type { JsonNode, PropertyNode, Span } from '../syntax/nodes';
import { ancestors } from '../syntax/walk';
import { textEditOf, type CheckedDocument } from './document';
import { nodesUnder, treesOf, type PlacedTree } from './trees';

/** Above this number, one edit a request, or of the whole text, is lighter to send and to apply. */
const MOST_EDITS = 10_000;
const BYTE_ORDER_MARK = '\uFEFF';

/** What lays out one part: a request, or the envelope around the requests. */
interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly eol: string;
  readonly insertFinalNewline: boolean;
  /** Blanks that stand before every line of the part. */
  readonly indent: string;
  readonly isRequest: boolean;
}

/**
 * Lays out a text, or the lines of `range`. Only blanks between values move, so that every number and every
 * text keeps its spelling. A part with a syntax error stays as it is, for its line breaks may be what tells
 * how to mend it; the other parts are laid out.
 */
export function formattingEdits(
  { document, analysis }: CheckedDocument,
  options: FormattingOptions,
  range?: Range,
): TextEdit[] {
  const { text } = analysis;
  const lines = range ? linesOf(document, range) : { start: 0, end: Infinity };
  const edits: Edit[] = [];
  for (const [part, layout] of layouts(analysis, options)) {
    const ofPart = partEdits(part, layout).filter(
      ({ start, end }) => end >= lines.start && start < lines.end,
    );
    // The envelope's edits stand around those of the requests: as one edit they would overlap them.
    const many = layout.isRequest && edits.length + ofPart.length > MOST_EDITS;
    for (const edit of many ? inOne(ofPart, text) : ofPart) edits.push(edit);
  }
  return (edits.length > MOST_EDITS ? inOne(edits, text) : edits).map((edit) => textEditOf(document, edit));
}

/** Each part and how to lay it out, the envelope first. */
function* layouts(analysis: Analysis, options: FormattingOptions): Generator<[PlacedTree, Layout]> {
  const { text } = analysis;
  const [envelope, ...requests] = treesOf(analysis);
  if (!envelope) return;
  const tabSize = options.tabSize || 4;
  const unit = options.insertSpaces ? ' '.repeat(tabSize) : '\t';
  const plain = { tabSize, insertSpaces: options.insertSpaces, eol: lineBreakOf(text) };
  const insertFinalNewline = /[\r\n][ \t]*$/.test(text) || options.insertFinalNewline === true;
  yield [envelope, { ...plain, insertFinalNewline, indent: '', isRequest: false }];
  const depths = requestDepths(envelope.fragment.root);
  for (const [rank, request] of requests.entries()) {
    const indent = isBroken(envelope) ? indentAt(text, request.base) : unit.repeat(depths[rank] ?? 0);
    yield [request, { ...plain, insertFinalNewline: false, indent, isRequest: true }];
  }
}

/** One edit that does the same as all of them. */
function inOne(edits: readonly Edit[], text: string): Edit[] {
  if (edits.length === 0) return [];
  const start = edits.reduce((least, edit) => Math.min(least, edit.start), Infinity);
  const end = edits.reduce((most, edit) => Math.max(most, edit.end), 0);
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  return [{ start, end, text: applyEdits(text.slice(start, end), moved) }];
}

function isBroken({ fragment }: PlacedTree): boolean {
  return fragment.problems.length > 0;
}

/** Edits of one part, in the whole text, those that would change nothing left out. */
function partEdits(part: PlacedTree, { indent, eol, ...options }: Layout): Edit[] {
  const { fragment, base } = part;
  if (!fragment.root || isBroken(part)) return [];
  const mark = fragment.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const edits = format(standIn(fragment.text, fragment.root).slice(mark), undefined, { ...options, eol });
  return edits.flatMap(({ offset, length, content }) => {
    const start = mark + offset;
    const end = start + length;
    const text = content.replace(/\r?\n/g, (lineBreak) => lineBreak + indent);
    return text === fragment.text.slice(start, end) ? [] : [{ start: base + start, end: base + end, text }];
  });
}

/** The text with a number of the same length for each request and for each word that is no JSON (`300,00`). */
function standIn(text: string, root: JsonNode): string {
  const edits: Edit[] = [];
  for (const { node } of nodesUnder(root)) if (isOpaque(node)) edits.push(standInFor(node));
  return applyEdits(text, edits);
}

function isOpaque({ kind }: JsonNode | PropertyNode): boolean {
  return kind === 'hole' || kind === 'invalid';
}

function standInFor({ start, end }: Span): Edit {
  return { start, end, text: '0'.repeat(end - start) };
}

/** For each request, how many objects and lists of the envelope stand around it. */
function requestDepths(root: JsonNode | undefined): number[] {
  const depths: number[] = [];
  for (const { node } of nodesUnder(root)) {
    if (node.kind !== 'hole') continue;
    depths[node.index] = [...ancestors(node)].filter(({ kind }) => kind !== 'property').length;
  }
  return depths;
}

/** The lines that `range` touches, without the end of the last; one that it only stops at is left out. */
function linesOf(document: TextDocument, { start, end }: Range): Span {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const from = { line: start.line, character: 0 };
  const written = document.getText({ start: from, end: { line: last + 1, character: 0 } });
  const first = document.offsetAt(from);
  return { start: first, end: first + written.trimEnd().length };
}
