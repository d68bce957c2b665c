import { endOfValue } from './end-of-value';
import { Lexer, type Token } from './lexer';
import { endOfKeyBeforeValue, endOfTextBeforeKey } from './lost-quote';
import type { JsonNode, KeyNode, Span, SyntaxProblem } from './nodes';
import { endOfLooseNumber, endOfLooseText, unquoteWord } from './runs';

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Reads what stands between the brackets: keys, words, texts and signs, with what is wrong about them. */
export class Reader {
  readonly problems: SyntaxProblem[] = [];
  /** Values, tags and problems met so far. */
  size = 0;
  private hasStopped = false;
  private readonly lexer: Lexer;

  constructor(
    private readonly text: string,
    private readonly most: number,
  ) {
    this.lexer = new Lexer(text, ({ kind, start, end, at }) => {
      this.report(kind, start, end, at);
    });
  }

  peek(): Token {
    return this.lexer.peek();
  }

  next(): Token {
    return this.lexer.next();
  }

  jump(offset: number): void {
    this.lexer.jump(offset);
  }

  report(kind: SyntaxProblem['kind'], start: number, end: number, at?: number): void {
    if (this.isFull(start)) return;
    this.problems.push(at === undefined ? { kind, start, end } : { kind, start, end, at });
  }

  /** Counts one thing read at `start`; true, and reading over, once there are too many. */
  isFull(start: number): boolean {
    if (++this.size <= this.most) return false;
    if (!this.hasStopped) this.problems.push({ kind: 'demesure', start, end: start + 1 });
    this.hasStopped = true;
    this.lexer.jump(this.text.length);
    return true;
  }

  word(inObject: boolean): JsonNode {
    const { start, end, value } = this.lexer.next();
    if (value === 'true' || value === 'false') {
      return { kind: 'boolean', start, end, value: value === 'true' };
    }
    if (value === 'null') return { kind: 'null', start, end };
    const isNumber = NUMBER.test(value);
    const loose = inObject ? endOfLooseNumber(this.text, start, end) : end;
    const last = isNumber && !inObject ? end : endOfLooseText(this.text, loose);
    const raw = this.text.slice(start, last);
    if (last === end && isNumber) return { kind: 'number', start, end, raw };
    this.lexer.jump(last);
    return { kind: 'invalid', start, end: last, raw };
  }

  string(inObject: boolean): JsonNode {
    const token = this.lexer.next();
    const cut = inObject ? endOfTextBeforeKey(this.text, token) : undefined;
    const { start, end, value } = cut === undefined ? token : this.cut(token, cut);
    return { kind: 'string', start, end, value };
  }

  /** Reads what stands between a key and its value; the offset behind it, or the key's own end without a colon. */
  colon(key: KeyNode): number {
    const first = this.lexer.peek();
    if (first.kind === 'word' && /^=>?$/.test(first.value)) {
      this.report('deux-points-manquant', first.start, first.end);
    } else if (first.kind !== ':') return key.end;
    this.lexer.next();
    let colonEnd = first.end;
    for (let more = this.lexer.peek(); more.kind === ':'; more = this.lexer.peek()) {
      this.lexer.next();
      this.report('deux-points-inattendu', more.start, more.end);
      colonEnd = more.end;
    }
    return colonEnd;
  }

  key(): KeyNode {
    const token = this.lexer.next();
    const cut = token.kind === 'string' ? endOfKeyBeforeValue(this.text, token) : undefined;
    const { kind, start, end, value } = cut === undefined ? token : this.cut(token, cut);
    if (kind === 'string') return { start, end, name: value, quoted: true };
    this.report('cle-sans-guillemets', start, end);
    return { start, end, name: unquoteWord(value), quoted: false };
  }

  /** Ends a string earlier than it seemed to. What was said of its end no longer holds. */
  private cut({ start }: Token, end: number): Token {
    const said = this.problems.findLastIndex(
      (problem) => problem.start === start && problem.at !== undefined,
    );
    if (said >= 0) this.problems.splice(said, 1);
    return this.lexer.cutString(start, end);
  }

  /** Reads a comma: one too many behind another, or before the first child. */
  comma(earlier: Span | undefined, last: Span | undefined): Span | undefined {
    const { start, end } = this.lexer.next();
    if (last && !earlier) return { start, end };
    this.report('virgule-en-trop', start, end);
    return earlier;
  }

  separate(last: Span | undefined, comma: Span | undefined): void {
    if (last && !comma) this.report('virgule-manquante', last.end - 1, last.end, last.end);
  }

  skipMisplaced(token: Token): void {
    if (token.kind === '{' || token.kind === '[') {
      const { end } = endOfValue(this.text, token.start);
      this.report('cle-attendue', token.start, token.start + 1);
      this.lexer.jump(end);
      return;
    }
    this.lexer.next();
    this.report('deux-points-inattendu', token.start, token.end);
  }
}
