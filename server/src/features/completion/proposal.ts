import {
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionItemKind,
  type InsertReplaceEdit,
  type TextEdit,
} from 'vscode-languageserver-types';
import { isNullText } from '../../formats/words';
import type { EpochMinutes } from '../../regulation/paris-time';
import { indentUnit, type Edit } from '../../syntax/edits';
import type { ObjectNode } from '../../syntax/nodes';
import type { SourceText } from '../../syntax/source-text';
import { rangeOf, textEditOf, type CheckedDocument } from '../document';
import type { Slot } from './slot';

/** What the client of a completion can do. */
export interface CompletionOptions {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  /** The moment; without one, nothing is said of desks that are open or closed. */
  readonly now?: EpochMinutes;
}

/** Something to write, before it is fitted to its place. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Lines broken by `\n`, indented by two blanks from column 0. */
  readonly text: string;
  readonly isSnippet: boolean;
  readonly description?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly detail?: string | undefined;
  /** What is typed is compared with this one. */
  readonly filterText?: string | undefined;
  /** Written elsewhere at the same time, in the whole text. */
  readonly elsewhere?: readonly Edit[];
}

/** Fits proposals to their slot, in this order. */
export function itemsOf(
  checked: CheckedDocument,
  slot: Slot,
  proposals: readonly Proposal[],
  options: CompletionOptions,
): CompletionItem[] {
  const { document, analysis } = checked;
  const root = analysis.dossier?.enveloppe.fragment.root;
  const unit = root?.kind === 'object' ? unitOf(analysis.source, root) : '  ';
  const commas: TextEdit[] =
    slot.missingComma === undefined
      ? []
      : [textEditOf(document, { start: slot.missingComma, end: slot.missingComma, text: ',' })];
  return proposals.map((proposal, rank) => {
    const newText = fitted(proposal.text, slot, analysis.source, unit);
    const { label, kind, description, documentation, detail, elsewhere = [] } = proposal;
    const additional = [...commas, ...elsewhere.map((edit) => textEditOf(document, edit))];
    return {
      label,
      kind,
      sortText: String(rank).padStart(4, '0'),
      filterText: proposal.filterText ?? filterTextOf(proposal, slot, analysis.source),
      insertTextFormat: proposal.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
      textEdit: editOf(checked, slot, newText, options),
      ...(additional.length > 0 ? { additionalTextEdits: additional } : {}),
      ...(detail === undefined ? {} : { detail }),
      ...(description === undefined ? {} : { labelDetails: { description } }),
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    };
  });
}

/** One step of indentation, as the beginning of the file shows it. */
function unitOf(source: SourceText, root: ObjectNode): string {
  const start = root.properties[0]?.start ?? 0;
  return indentUnit(source.slice(0, start + 1), root);
}

function editOf(
  { document }: CheckedDocument,
  { start, insertEnd, replaceEnd }: Slot,
  newText: string,
  { insertReplace }: CompletionOptions,
): TextEdit | InsertReplaceEdit {
  const replace = rangeOf(document, { start, end: replaceEnd });
  if (!insertReplace || insertEnd === replaceEnd) return { range: replace, newText };
  return { insert: rangeOf(document, { start, end: insertEnd }), replace, newText };
}

/** What is replaced is compared with this: it begins with a quotation mark when that does. */
function filterTextOf(
  { label, text }: Proposal,
  { quoted, isEmpty, start, replaceEnd }: Slot,
  whole: SourceText,
): string {
  if (quoted || (isEmpty && text.startsWith('"'))) return `"${label}"`;
  // With the cursor behind it, an unknown value is what is typed.
  return isNullText(whole.slice(start, replaceEnd)) ? `null ${label}` : label;
}

/** The text with what its surroundings need; several lines do not stay squeezed between two brackets. */
function fitted(proposed: string, slot: Slot, text: SourceText, unit: string): string {
  const own = proposed.replace(/^(?: {2})+/gm, (blanks) => unit.repeat(blanks.length / 2));
  const newText = slot.before + own + slot.after;
  if (!newText.includes('\n') || !/[[{][ \t]*$/.test(text.slice(Math.max(0, slot.start - 80), slot.start))) {
    return newText;
  }
  const closes = /^[ \t]*[\]}]/.test(text.slice(slot.replaceEnd, slot.replaceEnd + 80));
  return `\n${newText.replace(/^/gm, unit)}${closes ? '\n' : ''}`;
}
