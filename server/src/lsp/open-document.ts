import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import { ChunkedText } from '../syntax/chunked-text';
import type { SourceText } from '../syntax/source-text';

/** A document as the client edits it, kept in chunks: a key in a long text costs what it costs in a short one. */
export class OpenDocument implements TextDocument {
  private constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    private text: ChunkedText,
  ) {}

  static create(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return new OpenDocument(uri, languageId, version, ChunkedText.of(text));
  }

  /** Takes the client's changes in, each one on the text that the one before it left. */
  static update(
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    for (const change of changes) {
      if ('range' in change) {
        const [one, other] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
        document.text = document.text.replace(Math.min(one, other), Math.max(one, other), change.text);
      } else document.text = ChunkedText.of(change.text);
    }
    document.version = version;
    return document;
  }

  /** The text as it is now: a later edit leaves what was given untouched. */
  get source(): SourceText {
    return this.text;
  }

  get lineCount(): number {
    return this.text.lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.text.toString();
    return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    return this.text.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.text.offsetAt(position);
  }

  getLineRange(line: number): Range {
    const last = Math.max(0, Math.min(line, this.lineCount - 1));
    const end = this.positionAt(this.offsetAt({ line: last, character: line < 0 ? 0 : Infinity }));
    return { start: { line: last, character: 0 }, end };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    return this.text.slice(
      this.offsetAt({ line, character: Infinity }),
      this.offsetAt({ line: line + 1, character: 0 }),
    );
  }
}

/** The text of a document, in its chunks where it has some. */
export function sourceOf(document: TextDocument): SourceText {
  return document instanceof OpenDocument ? document.source : document.getText();
}
