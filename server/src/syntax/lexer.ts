import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { SyntaxProblem, SyntaxProblemKind } from './nodes';

export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Decoded for a string, as written for a word, empty otherwise. */
  readonly value: string;
}

const PUNCTUATION: Partial<Record<SyntaxKind, TokenKind>> = {
  [SyntaxKind.OpenBraceToken]: '{',
  [SyntaxKind.CloseBraceToken]: '}',
  [SyntaxKind.OpenBracketToken]: '[',
  [SyntaxKind.CloseBracketToken]: ']',
  [SyntaxKind.CommaToken]: ',',
  [SyntaxKind.ColonToken]: ':',
};

const STRING_PROBLEM: Partial<Record<ScanError, SyntaxProblemKind>> = {
  [ScanError.UnexpectedEndOfString]: 'guillemet-manquant',
  [ScanError.InvalidUnicode]: 'echappement-invalide',
  [ScanError.InvalidEscapeCharacter]: 'echappement-invalide',
  [ScanError.InvalidCharacter]: 'caractere-interdit',
};

/** Quotation marks that a word processor or another language puts in the place of `"`. */
const FOREIGN_QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '‘': '’',
  '’': '’',
  '“': '”',
  '”': '”',
  '„': '”',
  '«': '»',
};

/**
 * Tokens of a JSON text, one ahead. Whatever is neither punctuation nor a string is a *word*: the run of
 * characters up to the next blank or punctuation, so that `12h30` or `01/02/2022` is one thing, not five.
 */
export class Lexer {
  private readonly scanner;
  private ahead: Token | undefined;

  constructor(
    private readonly text: string,
    private readonly report: (problem: SyntaxProblem) => void,
  ) {
    this.scanner = createScanner(text, false);
    if (text.startsWith('\uFEFF')) this.scanner.setPosition(1);
  }

  peek(): Token {
    this.ahead ??= this.read();
    return this.ahead;
  }

  next(): Token {
    const token = this.peek();
    this.ahead = undefined;
    return token;
  }

  /** Goes on from `offset`, forgetting the token ahead. */
  jump(offset: number): void {
    this.ahead = undefined;
    this.scanner.setPosition(offset);
  }

  private read(): Token {
    for (;;) {
      const kind = this.scanner.scan();
      const start = this.scanner.getTokenOffset();
      const end = start + this.scanner.getTokenLength();
      switch (kind) {
        case SyntaxKind.Trivia:
        case SyntaxKind.LineBreakTrivia:
          continue;
        case SyntaxKind.LineCommentTrivia:
        case SyntaxKind.BlockCommentTrivia:
          this.report({ kind: 'commentaire', start, end });
          continue;
        case SyntaxKind.EOF:
          return { kind: 'end', start, end: start, value: '' };
        case SyntaxKind.StringLiteral: {
          const problem = STRING_PROBLEM[this.scanner.getTokenError()];
          if (problem) this.report({ kind: problem, start, end });
          return { kind: 'string', start, end, value: this.scanner.getTokenValue() };
        }
        default: {
          const punctuation = PUNCTUATION[kind];
          return punctuation ? { kind: punctuation, start, end, value: '' } : this.word(start);
        }
      }
    }
  }

  private word(start: number): Token {
    const end = this.endOfForeignString(start) ?? this.endOfRun(start);
    this.scanner.setPosition(end);
    return { kind: 'word', start, end, value: this.text.slice(start, end) };
  }

  private endOfRun(start: number): number {
    let end = start + 1;
    while (end < this.text.length && !isDelimiter(this.text.charCodeAt(end))) end++;
    return end;
  }

  /** `'texte'` or `“texte”`, closed on its line. */
  private endOfForeignString(start: number): number | undefined {
    const closing = FOREIGN_QUOTES[this.text.charAt(start)];
    if (closing === undefined) return undefined;
    for (let i = start + 1; i < this.text.length; i++) {
      const char = this.text.charAt(i);
      if (char === closing) return i + 1;
      if (char === '\n' || char === '\r' || char === '"') return undefined;
    }
    return undefined;
  }
}

/** Blank, or one of `{}[],:"`. */
function isDelimiter(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x22 ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x7b ||
    code === 0x7d
  );
}

/** The text inside foreign quotation marks, or the word itself. */
export function unquoteWord(word: string): string {
  const closing = FOREIGN_QUOTES[word.charAt(0)];
  return closing !== undefined && word.length > 1 && word.endsWith(closing) ? word.slice(1, -1) : word;
}
