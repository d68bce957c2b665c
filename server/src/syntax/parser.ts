import { endOfValue } from './end-of-value';
import { Lexer, unquoteWord, type Token } from './lexer';
import { endOfKeyBeforeValue, endOfTextBeforeKey } from './lost-quote';
import type {
  ArrayNode,
  Fragment,
  JsonNode,
  KeyNode,
  ObjectNode,
  PropertyNode,
  Span,
  SyntaxProblem,
} from './nodes';
import { MOST_VALUES, type ParseOptions, type PathStep } from './parse-options';
import { endOfLooseNumber, endOfLooseText, startsNextProperty } from './runs';

/** Deeper than any real file, shallow enough for every later walk to recurse in safety. */
const DEEPEST = 64;
const ONLY_COMMAS = /^[\s,]*$/;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Reads one text, once. */
export class Parser {
  private readonly problems: SyntaxProblem[] = [];
  private readonly lexer: Lexer;
  private readonly path: PathStep[] = [];
  private requests = 0;
  private openLists = 0;
  private openObjects = 0;
  private size = 0;
  private readonly most: number;
  /** The text ends too early, and the innermost open bracket was named. */
  saidCut = false;

  constructor(
    private readonly text: string,
    private readonly options: ParseOptions,
  ) {
    this.lexer = new Lexer(text, (problem) => {
      this.report(problem.kind, problem.start, problem.end);
    });
    this.most = options.most ?? MOST_VALUES;
  }

  document(): Fragment {
    const whole = this.text.trimEnd().length;
    let root: JsonNode | undefined;
    if (this.lexer.peek().kind === 'end') this.report('fichier-vide', 0, Math.min(1, this.text.length));
    else root = this.value(false);
    const rest = this.lexer.peek();
    if (rest.kind !== 'end') this.report('contenu-apres-fin', rest.start, whole);
    return { text: this.text, root, problems: this.problems, size: this.size };
  }

  private report(kind: SyntaxProblem['kind'], start: number, end: number, at?: number): void {
    if (this.isFull(start)) return;
    this.problems.push(at === undefined ? { kind, start, end } : { kind, start, end, at });
  }

  /** Counts one thing read at `start`; true, and reading over, once there are too many. */
  private isFull(start: number): boolean {
    if (++this.size <= this.most) return false;
    if (this.size === this.most + 1) this.problems.push({ kind: 'demesure', start, end: start + 1 });
    this.lexer.jump(this.text.length);
    return true;
  }

  /** Reads one value; undefined, with nothing read, where none begins. */
  private value(inObject: boolean): JsonNode | undefined {
    const token = this.lexer.peek();
    if (this.isFull(token.start)) return undefined;
    switch (token.kind) {
      case '{':
      case '[':
        return this.bracketed(token);
      case 'string':
        return this.string(inObject);
      case 'word':
        return this.word(inObject);
      default:
        return undefined;
    }
  }

  private bracketed(token: Token): JsonNode {
    const { start } = token;
    if (this.options.isRequest?.(this.path)) {
      const { end, closed } = endOfValue(this.text, start);
      this.options.onRequest?.(start, end);
      this.lexer.jump(end);
      // A request that the end of the text cuts short says so itself.
      if (!closed && ONLY_COMMAS.test(this.text.slice(end))) this.saidCut = true;
      return { kind: 'hole', start, end, index: this.requests++, closed };
    }
    if (this.path.length >= DEEPEST) {
      const { end } = endOfValue(this.text, start);
      this.report('imbrication', start, start + 1);
      this.lexer.jump(end);
      return { kind: 'invalid', start, end, raw: '' };
    }
    return token.kind === '{' ? this.object() : this.list();
  }

  private word(inObject: boolean): JsonNode {
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

  private string(inObject: boolean): JsonNode {
    const token = this.lexer.next();
    const cut = inObject ? endOfTextBeforeKey(this.text, token) : undefined;
    const { start, end, value } = cut === undefined ? token : this.lexer.cutString(token.start, cut);
    return { kind: 'string', start, end, value };
  }

  private object(): ObjectNode {
    const { start } = this.lexer.next();
    const properties: PropertyNode[] = [];
    this.openObjects++;
    const finish = (end: number, closed: boolean): ObjectNode => {
      this.openObjects--;
      const node: ObjectNode = { kind: 'object', start, end, properties, closed };
      for (const property of properties) property.parent = node;
      return node;
    };
    let comma: Span | undefined;
    for (;;) {
      const token = this.lexer.peek();
      const last = properties.at(-1);
      switch (token.kind) {
        case '}':
          this.lexer.next();
          if (comma && last) this.report('virgule-en-trop', comma.start, comma.end);
          return finish(token.end, true);
        case ',':
          comma = this.comma(comma, last);
          continue;
        case ']':
          if (this.openLists > 0) {
            return finish(this.unclosed('accolade-manquante', start, last), false);
          }
          this.lexer.next();
          this.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'end':
          return finish(this.unclosed('accolade-manquante', start, last), false);
        case 'string':
        case 'word':
          if (last && !comma) this.report('virgule-manquante', last.end - 1, last.end, last.end);
          properties.push(this.property());
          comma = undefined;
          continue;
        default:
          this.skipMisplaced(token);
          comma = undefined;
      }
    }
  }

  private property(): PropertyNode {
    const key = this.key();
    this.size++;
    const colonEnd = this.colon(key);
    const token = this.lexer.peek();
    const isNext = token.kind === 'string' && startsNextProperty(this.text, colonEnd, token);
    const value = isNext ? undefined : this.valueAt(key.name);
    if (value === undefined) this.report('valeur-manquante', key.start, key.end, colonEnd);
    else if (colonEnd === key.end) this.report('deux-points-manquant', key.start, key.end, key.end);
    return propertyOf(key, value, value?.end ?? colonEnd);
  }

  /** Reads what stands between a key and its value; the offset behind it, or the key's own end without a colon. */
  private colon(key: KeyNode): number {
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

  private key(): KeyNode {
    const token = this.lexer.next();
    const cut = token.kind === 'string' ? endOfKeyBeforeValue(this.text, token) : undefined;
    const { kind, start, end, value } = cut === undefined ? token : this.lexer.cutString(token.start, cut);
    if (kind === 'string') return { start, end, name: value, quoted: true };
    this.report('cle-sans-guillemets', start, end);
    return { start, end, name: unquoteWord(value), quoted: false };
  }

  private valueAt(step: PathStep): JsonNode | undefined {
    this.path.push(step);
    const value = this.value(step !== '#');
    this.path.pop();
    return value;
  }

  private list(): ArrayNode {
    const { start } = this.lexer.next();
    const items: JsonNode[] = [];
    this.openLists++;
    const finish = (end: number, closed: boolean): ArrayNode => {
      this.openLists--;
      const node: ArrayNode = { kind: 'array', start, end, items, closed };
      for (const item of items) item.parent = node;
      return node;
    };
    let comma: Span | undefined;
    for (;;) {
      const token = this.lexer.peek();
      const last = items.at(-1);
      switch (token.kind) {
        case ']':
          this.lexer.next();
          if (comma && last) this.report('virgule-en-trop', comma.start, comma.end);
          return finish(token.end, true);
        case ',':
          comma = this.comma(comma, last);
          continue;
        case '}':
          if (this.closesSurroundingObject(token)) {
            return finish(this.unclosed('crochet-manquant', start, last), false);
          }
          this.lexer.next();
          this.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'end':
          return finish(this.unclosed('crochet-manquant', start, last), false);
        case ':':
          this.lexer.next();
          this.report('deux-points-inattendu', token.start, token.end);
          continue;
        default: {
          if (last && !comma) this.report('virgule-manquante', last.end - 1, last.end, last.end);
          const item = this.valueAt('#');
          if (item) items.push(item);
          comma = undefined;
        }
      }
    }
  }

  /** Reads a comma: one too many behind another, or before the first child. */
  private comma(earlier: Span | undefined, last: Span | undefined): Span | undefined {
    const { start, end } = this.lexer.next();
    if (last && !earlier) return { start, end };
    this.report('virgule-en-trop', start, end);
    return earlier;
  }

  /** Says that a bracket is not closed; the offset where its closing one would stand. A text cut short says it once. */
  private unclosed(kind: SyntaxProblem['kind'], start: number, last: Span | undefined): number {
    const end = last?.end ?? start + 1;
    const isCut = this.lexer.peek().kind === 'end';
    if (!(isCut && this.saidCut)) this.report(kind, start, start + 1, end);
    this.saidCut ||= isCut;
    return end;
  }

  /** A `}` inside a list belongs to the object around it, unless the list visibly goes on behind it. */
  private closesSurroundingObject(token: Token): boolean {
    return this.openObjects > 0 && !/^\s*,\s*\{/.test(this.text.slice(token.end, token.end + 200));
  }

  private skipMisplaced(token: Token): void {
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

function propertyOf(key: KeyNode, value: JsonNode | undefined, end: number): PropertyNode {
  const property: PropertyNode = { kind: 'property', key, value, start: key.start, end };
  if (value) value.parent = property;
  return property;
}
