import { endOfValue } from './end-of-value';
import { Lexer, unquoteWord, type Token } from './lexer';
import type { ArrayNode, Fragment, JsonNode, KeyNode, ObjectNode, PropertyNode, SyntaxProblem } from './nodes';
import { looksBinary } from './binary';

/** Deeper than any real file, shallow enough for every later walk to recurse in safety. */
const DEEPEST = 64;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** One step of a path: a tag's name, or `#` for any item of a list. */
export type PathStep = string;

export interface ParseOptions {
  /** True for the value that is one request: it becomes a hole, and `onRequest` is told where it stands. */
  readonly isRequest?: (path: readonly PathStep[]) => boolean;
  readonly onRequest?: (start: number, end: number) => void;
}

/** Never fails: any text gives a tree and the list of what had to be mended on the way. */
export function parseJson(text: string, options: ParseOptions = {}): Fragment {
  if (looksBinary(text)) {
    return { text, root: undefined, problems: [{ kind: 'fichier-binaire', start: 0, end: Math.min(1, text.length) }] };
  }
  return new Parser(text, options).document();
}

class Parser {
  private readonly problems: SyntaxProblem[] = [];
  private readonly lexer: Lexer;
  private readonly path: PathStep[] = [];
  private requests = 0;
  private openLists = 0;

  constructor(
    private readonly text: string,
    private readonly options: ParseOptions,
  ) {
    this.lexer = new Lexer(text, (problem) => this.problems.push(problem));
  }

  document(): Fragment {
    let root: JsonNode | undefined;
    if (this.lexer.peek().kind === 'end') this.report('fichier-vide', 0, 0);
    else root = this.value(false);
    const rest = this.lexer.peek();
    if (rest.kind !== 'end') this.report('contenu-apres-fin', rest.start, this.text.trimEnd().length);
    return { text: this.text, root, problems: this.problems };
  }

  private report(kind: SyntaxProblem['kind'], start: number, end: number): void {
    this.problems.push({ kind, start, end });
  }

  /** Reads one value; undefined, with nothing read, where none begins. */
  private value(inObject: boolean): JsonNode | undefined {
    const token = this.lexer.peek();
    switch (token.kind) {
      case '{':
      case '[':
        return this.bracketed(token);
      case 'string':
        this.lexer.next();
        return { kind: 'string', start: token.start, end: token.end, value: token.value };
      case 'word':
        return this.word(inObject);
      default:
        return undefined;
    }
  }

  private bracketed(token: Token): JsonNode {
    const { start } = token;
    if (this.options.isRequest?.(this.path)) {
      const end = endOfValue(this.text, start);
      this.options.onRequest?.(start, end);
      this.lexer.jump(end);
      return { kind: 'hole', start, end, index: this.requests++ };
    }
    if (this.path.length >= DEEPEST) {
      const end = endOfValue(this.text, start);
      this.report('imbrication', start, start + 1);
      this.lexer.jump(end);
      return { kind: 'invalid', start, end, raw: '' };
    }
    return token.kind === '{' ? this.object() : this.list();
  }

  private word(inObject: boolean): JsonNode {
    const { start, end, value } = this.lexer.next();
    if (value === 'true' || value === 'false') return { kind: 'boolean', start, end, value: value === 'true' };
    if (value === 'null') return { kind: 'null', start, end };
    const last = inObject ? this.endOfLooseNumber(start, end) : end;
    const raw = this.text.slice(start, last);
    if (last === end && NUMBER.test(value)) return { kind: 'number', start, end, raw };
    this.lexer.jump(last);
    return { kind: 'invalid', start, end: last, raw };
  }

  /**
   * `300,00` and `1 200,50`: where a key must follow a comma, digits behind it are decimals, and
   * digits behind a blank are thousands. One slip, one node.
   */
  private endOfLooseNumber(start: number, end: number): number {
    if (!/^[-+]?\d/.test(this.text.slice(start, end))) return end;
    const loose = /(?:[ \u00A0\u202F]\d[\d.]*)*(?:,\d+)?(?=[\s,}\]]|$)/y;
    loose.lastIndex = end;
    return loose.test(this.text) ? loose.lastIndex : end;
  }

  private object(): ObjectNode {
    const { start } = this.lexer.next();
    const properties: PropertyNode[] = [];
    let separated = true;
    for (;;) {
      const token = this.lexer.peek();
      switch (token.kind) {
        case '}':
          this.lexer.next();
          if (separated && properties.length > 0) this.trailingComma(token.start);
          return this.finishObject(start, token.end, properties, true);
        case ',':
          this.lexer.next();
          if (separated) this.report('virgule-en-trop', token.start, token.end);
          separated = true;
          continue;
        case 'end':
          this.report('accolade-manquante', start, start + 1);
          return this.finishObject(start, this.lastEnd(properties, start), properties, false);
        case ']':
          if (this.openLists > 0) {
            this.report('accolade-manquante', start, start + 1);
            return this.finishObject(start, this.lastEnd(properties, start), properties, false);
          }
          this.lexer.next();
          this.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'string':
        case 'word': {
          const last = properties.at(-1);
          if (!separated && last) this.report('virgule-manquante', last.end, last.end);
          properties.push(this.property());
          separated = false;
          continue;
        }
        default:
          this.skipMisplaced(token);
          separated = false;
      }
    }
  }

  private property(): PropertyNode {
    const key = this.key();
    const colon = this.lexer.peek();
    if (colon.kind === ':') this.lexer.next();
    else if (colon.kind === ',' || colon.kind === '}' || colon.kind === 'end') {
      this.report('valeur-manquante', key.end, key.end);
      return propertyOf(key, undefined, key.end);
    } else this.report('deux-points-manquant', key.end, key.end);
    const colonEnd = colon.kind === ':' ? colon.end : key.end;
    const value = this.startsNextProperty(colonEnd) ? undefined : this.valueAt(key.name);
    if (value === undefined) this.report('valeur-manquante', colonEnd, colonEnd);
    return propertyOf(key, value, value?.end ?? colonEnd);
  }

  private key(): KeyNode {
    const { kind, start, end, value } = this.lexer.next();
    if (kind === 'string') return { start, end, name: value, quoted: true };
    this.report('cle-sans-guillemets', start, end);
    return { start, end, name: unquoteWord(value), quoted: false };
  }

  /** `"a":` at the end of its line, and on the next one `"b": 1`: the value is missing, `b` is no value. */
  private startsNextProperty(from: number): boolean {
    const token = this.lexer.peek();
    if (token.kind !== 'string' || !this.text.slice(from, token.start).includes('\n')) return false;
    return /^\s*:/.test(this.text.slice(token.end, token.end + 40));
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
    let separated = true;
    this.openLists++;
    const finish = (end: number, closed: boolean): ArrayNode => {
      this.openLists--;
      const node: ArrayNode = { kind: 'array', start, end, items, closed };
      for (const item of items) item.parent = node;
      return node;
    };
    for (;;) {
      const token = this.lexer.peek();
      switch (token.kind) {
        case ']':
          this.lexer.next();
          if (separated && items.length > 0) this.trailingComma(token.start);
          return finish(token.end, true);
        case ',':
          this.lexer.next();
          if (separated) this.report('virgule-en-trop', token.start, token.end);
          separated = true;
          continue;
        case '}':
          if (this.closesSurroundingObject(token)) {
            this.report('crochet-manquant', start, start + 1);
            return finish(this.lastEnd(items, start), false);
          }
          this.lexer.next();
          this.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'end':
          this.report('crochet-manquant', start, start + 1);
          return finish(this.lastEnd(items, start), false);
        case ':':
          this.lexer.next();
          this.report('deux-points-inattendu', token.start, token.end);
          separated = true;
          continue;
        default: {
          const last = items.at(-1);
          if (!separated && last) this.report('virgule-manquante', last.end, last.end);
          const item = this.valueAt('#');
          if (item) items.push(item);
          separated = false;
        }
      }
    }
  }

  /** A `}` inside a list belongs to the object around it, unless the list visibly goes on behind it. */
  private closesSurroundingObject(token: Token): boolean {
    return !/^\s*,\s*\{/.test(this.text.slice(token.end, token.end + 200));
  }

  private skipMisplaced(token: Token): void {
    if (token.kind === '{' || token.kind === '[') {
      const end = endOfValue(this.text, token.start);
      this.report('cle-attendue', token.start, token.start + 1);
      this.lexer.jump(end);
      return;
    }
    this.lexer.next();
    this.report('deux-points-inattendu', token.start, token.end);
  }

  private trailingComma(before: number): void {
    const comma = this.text.lastIndexOf(',', before);
    this.report('virgule-en-trop', comma, comma + 1);
  }

  private lastEnd(children: readonly { end: number }[], start: number): number {
    return children.at(-1)?.end ?? start + 1;
  }

  private finishObject(start: number, end: number, properties: PropertyNode[], closed: boolean): ObjectNode {
    const node: ObjectNode = { kind: 'object', start, end, properties, closed };
    for (const property of properties) property.parent = node;
    return node;
  }
}

function propertyOf(key: KeyNode, value: JsonNode | undefined, end: number): PropertyNode {
  const property: PropertyNode = { kind: 'property', key, value, start: key.start, end };
  if (value) value.parent = property;
  return property;
}
