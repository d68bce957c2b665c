import { endOfRequest, endOfValue } from './end-of-value';
import { isKey, listGoesOn, objectGoesOn, outdents, startsNextProperty } from './layout';
import type { Token } from './lexer';
import type {
  ArrayNode,
  HoleNode,
  JsonNode,
  KeyNode,
  ObjectNode,
  PropertyNode,
  Span,
  SyntaxProblemKind,
} from './nodes';
import { MOST_VALUES, type ParseOptions, type PathStep } from './parse-options';
import { Reader } from './reader';

/** Deeper than any real file, shallow enough for every later walk to recurse in safety. */
const DEEPEST = 64;
const ONLY_COMMAS = /^[\s,]*$/;

/** Reads one text, once. */
export class Parser {
  readonly reader: Reader;
  private readonly path: PathStep[] = [];
  readonly requests: HoleNode[] = [];
  private openLists = 0;
  private openObjects = 0;
  private pendingComma: Span | undefined;
  /** The text ends too early, and the innermost open bracket was named. */
  saidCut = false;

  constructor(
    private readonly text: string,
    private readonly options: ParseOptions,
  ) {
    this.reader = new Reader(text, options.most ?? MOST_VALUES);
  }

  /** The root, undefined when the text holds no value. */
  document(): JsonNode | undefined {
    const whole = this.text.trimEnd().length;
    let root: JsonNode | undefined;
    if (this.reader.peek().kind !== 'end') root = this.value(false);
    else this.reader.report('fichier-vide', 0, Math.min(1, this.text.length));
    const rest = this.reader.peek();
    if (rest.kind !== 'end') this.reader.report('contenu-apres-fin', rest.start, Math.max(rest.end, whole));
    return root;
  }

  /** Reads one value; undefined, with nothing read, where none begins. */
  private value(inObject: boolean): JsonNode | undefined {
    const token = this.reader.peek();
    if (this.reader.isFull(token.start)) return undefined;
    switch (token.kind) {
      case '{':
      case '[':
        return this.bracketed(token);
      case 'string':
        return this.reader.string(inObject);
      case 'word':
        return this.reader.word(inObject);
      default:
        return undefined;
    }
  }

  private bracketed(token: Token): JsonNode {
    const { start } = token;
    if (this.options.isRequest?.(this.path)) {
      const { end, closed, reach } = endOfRequest(this.text, start);
      this.reader.jump(end);
      // A request that the end of the text cuts short says so itself.
      if (!closed && ONLY_COMMAS.test(this.text.slice(end))) this.saidCut = true;
      const hole: HoleNode = { kind: 'hole', start, end, index: this.requests.length, closed, reach };
      this.requests.push(hole);
      return hole;
    }
    if (this.path.length >= DEEPEST) {
      const { end } = endOfValue(this.text, start);
      this.reader.report('imbrication', start, start + 1);
      this.reader.jump(end);
      return { kind: 'invalid', start, end, raw: '' };
    }
    return token.kind === '{' ? this.object() : this.list();
  }

  private object(): ObjectNode {
    const { start } = this.reader.next();
    const properties: PropertyNode[] = [];
    const isRoot = this.path.length === 0;
    this.openObjects++;
    const finish = (end: number, closed: boolean): ObjectNode => {
      this.openObjects--;
      const node: ObjectNode = { kind: 'object', start, end, properties, closed };
      for (const property of properties) property.parent = node;
      return node;
    };
    let comma: Span | undefined;
    for (;;) {
      const token = this.reader.peek();
      const last = properties.at(-1);
      switch (token.kind) {
        case '}':
          this.reader.next();
          if (isRoot && objectGoesOn(this.text, token.end)) {
            this.reader.report('fermeture-inattendue', token.start, token.end);
            continue;
          }
          if (comma && last) this.reader.report('virgule-en-trop', comma.start, comma.end);
          return finish(token.end, true);
        case ',':
          comma = this.reader.comma(comma, last);
          continue;
        case ']':
          if (this.openLists > 0) {
            return finish(this.unclosed('accolade-manquante', start, last), false);
          }
          this.reader.next();
          this.reader.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'end':
          return finish(this.unclosed('accolade-manquante', start, last), false);
        case 'string':
        case 'word':
          if (last && this.endWasForgotten(token, start, properties)) {
            this.pendingComma = comma;
            return finish(this.unclosed('accolade-manquante', start, last), false);
          }
          this.reader.separate(last, comma);
          properties.push(this.property());
          comma = this.takePendingComma();
          continue;
        default:
          this.reader.skipMisplaced(token);
          comma = undefined;
      }
    }
  }

  private property(): PropertyNode {
    const key = this.reader.key();
    this.reader.size++;
    const colonEnd = this.reader.colon(key);
    const token = this.reader.peek();
    const isNext = token.kind === 'string' && startsNextProperty(this.text, colonEnd, token);
    const value = isNext ? undefined : this.valueAt(key.name);
    if (value === undefined) this.reader.report('valeur-manquante', key.start, key.end, colonEnd);
    else if (colonEnd === key.end) this.reader.report('deux-points-manquant', key.start, key.end, key.end);
    return propertyOf(key, value, value?.end ?? colonEnd);
  }

  private valueAt(step: PathStep): JsonNode | undefined {
    this.path.push(step);
    const value = this.value(step !== '#');
    this.path.pop();
    return value;
  }

  private list(): ArrayNode {
    const { start } = this.reader.next();
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
      const token = this.reader.peek();
      const last = items.at(-1);
      switch (token.kind) {
        case ']':
          this.reader.next();
          if (comma && last) this.reader.report('virgule-en-trop', comma.start, comma.end);
          return finish(token.end, true);
        case ',':
          comma = this.reader.comma(comma, last);
          continue;
        case '}':
          if (this.openObjects > 0 && !listGoesOn(this.text, token.end)) {
            return finish(this.unclosed('crochet-manquant', start, last), false);
          }
          this.reader.next();
          this.reader.report('fermeture-inattendue', token.start, token.end);
          continue;
        case 'end':
          return finish(this.unclosed('crochet-manquant', start, last), false);
        case ':':
          this.reader.next();
          this.reader.report('deux-points-inattendu', token.start, token.end);
          continue;
        default: {
          if (this.belongsOutside(token)) {
            this.pendingComma = comma;
            return finish(this.unclosed('crochet-manquant', start, last), false);
          }
          this.reader.separate(last, comma);
          const item = this.valueAt('#');
          if (item) items.push(item);
          comma = this.takePendingComma();
        }
      }
    }
  }

  /** Says that a bracket is not closed; the offset where its closing one would stand. A text cut short says it once. */
  private unclosed(kind: SyntaxProblemKind, start: number, last: Span | undefined): number {
    const end = last?.end ?? start + 1;
    const isCut = this.reader.peek().kind === 'end';
    if (!(isCut && this.saidCut)) this.reader.report(kind, start, start + 1, end);
    this.saidCut ||= isCut;
    return end;
  }

  /** The comma behind a value whose end was found only once it was read. */
  private takePendingComma(): Span | undefined {
    const comma = this.pendingComma;
    this.pendingComma = undefined;
    return comma;
  }

  /** A key where an item is due: the list is over, its object goes on. */
  private belongsOutside(token: Token): boolean {
    return (
      this.openObjects > 0 && (token.kind === 'string' || token.kind === 'word') && isKey(this.text, token)
    );
  }

  private endWasForgotten(key: Token, start: number, [first]: readonly PropertyNode[]): boolean {
    if (!this.options.byLayout || this.openObjects < 2 || !first) return false;
    return outdents(this.text, key, start, first);
  }
}

function propertyOf(key: KeyNode, value: JsonNode | undefined, end: number): PropertyNode {
  const property: PropertyNode = { kind: 'property', key, value, start: key.start, end };
  if (value) value.parent = property;
  return property;
}
