import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import { readMended } from './mend-string';
import type { SyntaxProblem, SyntaxProblemKind } from './nodes';
import { endOfUnclosedString, endOfWord } from './runs';

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
    this.scanner.setPosition(/^\uFEFF*/.exec(text)?.[0].length ?? 0);
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
      // The scanner counts one character too many in a comment that is not closed.
      const end = Math.min(start + this.scanner.getTokenLength(), this.text.length);
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
        case SyntaxKind.StringLiteral:
          return this.string(start, end);
        default: {
          const punctuation = PUNCTUATION[kind];
          if (punctuation) return { kind: punctuation, start, end, value: '' };
          return this.text.charAt(start) === ';' ? this.semicolon(start) : this.word(start);
        }
      }
    }
  }

  private string(start: number, end: number): Token {
    const problem = STRING_PROBLEM[this.scanner.getTokenError()];
    if (problem === 'guillemet-manquant') return this.unclosedString(start, end);
    if (problem) {
      // The scanner goes on behind a backslash that ends its line.
      const line = this.text.slice(start, end).search(/[\r\n]/);
      if (line > 0) return this.unclosedString(start, start + line);
      this.report({ kind: problem, start, end });
      return { kind: 'string', start, end, value: readMended(this.text.slice(start, end)) };
    }
    return { kind: 'string', start, end, value: this.scanner.getTokenValue() };
  }

  private unclosedString(start: number, lineEnd: number): Token {
    const end = endOfUnclosedString(this.text, start, lineEnd);
    return this.cutString(start, end);
  }

  /** A string that ends at `end`, where its closing quote is missing. */
  cutString(start: number, end: number): Token {
    this.jump(end);
    this.report({ kind: 'guillemet-manquant', start, end, at: end });
    return { kind: 'string', start, end, value: readMended(this.text.slice(start, end)) };
  }

  /** `;` stands where a comma was meant. */
  private semicolon(start: number): Token {
    this.scanner.setPosition(start + 1);
    this.report({ kind: 'virgule-manquante', start, end: start + 1 });
    return { kind: ',', start, end: start + 1, value: '' };
  }

  private word(start: number): Token {
    const end = endOfWord(this.text, start);
    this.scanner.setPosition(end);
    return { kind: 'word', start, end, value: this.text.slice(start, end) };
  }
}
