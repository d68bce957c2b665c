import type { Role } from '../../formats/roles';
import type { ListShape, ObjectShape, ScalarShape, Shape, Tag } from '../../formats/shape';
import type { Connu, ConnuDuBloc } from './known';
import { placeholderOf, type Filling } from './placeholders';
import { escapeSnippet, TabStops } from './snippet-text';

/** Blocks that most requests leave unused: a skeleton shows them as `[]` or `null`. */
const MOSTLY_UNUSED: readonly (Role | undefined)[] = ['structure', 'aides-de-minimis', 'medecins-liberaux'];

/** A value with a tab stop at each place to fill, as a snippet: lines broken by `\n`, indented by two blanks from column 0. */
export function filledValue(shape: Shape, name: string, filling: Filling): string {
  return new Skeleton(filling).value(shape, name);
}

/** The value of a tag as it mostly is: the blocks that most requests leave unused are unused. */
export function filledTag({ name, shape }: Tag, filling: Filling): string {
  return new Skeleton(filling).tagValue(shape, name);
}

/** The lines between the braces of a filled object, from column 0; `known` is written without tab stops. */
export function filledTags(tags: readonly Tag[], filling: Filling, known: ConnuDuBloc = {}): string {
  return new Skeleton(filling).tags(tags, known);
}

class Skeleton {
  private readonly stops = new TabStops();

  constructor(private filling: Filling) {}

  value(shape: Shape, name: string): string {
    switch (shape.kind) {
      case 'object':
        return this.object(shape);
      case 'list':
        return shape.pieces.length > 1 ? this.pieces(shape) : this.list(shape.item, name);
      case 'free':
        return this.stops.stop('null');
      default:
        return this.scalar(shape, name);
    }
  }

  tagValue(shape: Shape, name: string): string {
    if (!this.startsUnused(shape)) return this.value(shape, name);
    return shape.kind === 'list' ? `[${this.stops.stop('')}]` : this.stops.stop('null');
  }

  private startsUnused(shape: Shape): boolean {
    return MOSTLY_UNUSED.includes(shape.role) || (this.filling.unknown && shape.kind === 'list');
  }

  tags(tags: readonly Tag[], known: ConnuDuBloc = {}): string {
    return tags
      .map(({ name, shape }) => {
        const value = shape.role && known[shape.role];
        const text = value === undefined ? this.tagValue(shape, name) : this.known(shape, name, value);
        return `${keyText(name)}: ${text}`;
      })
      .join(',\n');
  }

  /** What is known, in the form of the model; what is not of that form stays to be filled. */
  private known(shape: Shape, name: string, value: Connu): string {
    if (typeof value !== 'object') return escapeSnippet(JSON.stringify(value));
    if ('bloc' in value) return shape.kind === 'object' ? this.object(shape, value.bloc) : 'null';
    if ('parmi' in value) {
      return this.stops.choice(['null', ...value.parmi.map((one) => JSON.stringify(one))]);
    }
    if (shape.kind !== 'list') return this.tagValue(shape, name);
    const items = value.map((one) => indented(this.known(shape.item, name, one)));
    return items.length === 0 ? `[${this.stops.stop('')}]` : `[\n${items.join(',\n')}\n]`;
  }

  private object({ tags }: ObjectShape, known: ConnuDuBloc = {}): string {
    return tags.length === 0 ? '{}' : `{\n${indented(this.tags(tags, known))}\n}`;
  }

  private list(item: Shape, name: string): string {
    if (item.kind === 'free') return `[${this.stops.stop('')}]`;
    return `[\n${indented(this.value(item, name))}\n]`;
  }

  /** One attachment of each type that is due. */
  private pieces({ item, pieces }: ListShape): string {
    const written = pieces.map((types) => {
      this.filling = { ...this.filling, piece: types[0] };
      return indented(this.value(ofTypes(item, types), ''));
    });
    return `[\n${written.join(',\n')}\n]`;
  }

  private scalar(shape: ScalarShape, name: string): string {
    if (this.filling.unknown && shape.nullable) return this.unknown(shape);
    const [only, ...others] = shape.values ?? [];
    if (shape.kind === 'boolean') {
      return this.stops.choice(shape.role === 'aides-percues' ? ['false', 'true'] : ['true', 'false']);
    }
    const quote = shape.kind === 'string' ? '"' : '';
    if (only !== undefined && others.length === 0) return quote + escapeSnippet(inner(only)) + quote;
    const choices = shape.values ?? shape.examples;
    const [first] = choices;
    if (choices.length > 1) return quote + this.stops.choice(choices.map(inner)) + quote;
    return quote + this.stops.stop(inner(first ?? placeholderOf(shape, name, this.filling))) + quote;
  }

  /** `null` first: right as long as nothing else is known. */
  private unknown({ kind, values }: ScalarShape): string {
    if (kind === 'boolean') return this.stops.choice(['null', 'true', 'false']);
    return values
      ? this.stops.choice(['null', ...values.map((value) => JSON.stringify(value))])
      : this.stops.stop('null');
  }
}

/** The same attachment, of these types. */
function ofTypes(item: Shape, types: readonly string[]): Shape {
  if (item.kind !== 'object') return item;
  const tags = item.tags.map((tag) => {
    const { shape } = tag;
    return shape.kind === 'string' && shape.role === 'type-piece'
      ? { ...tag, shape: { ...shape, examples: types } }
      : tag;
  });
  return { ...item, tags };
}

/** A tag's name between quotation marks, as a snippet. */
export function keyText(name: string): string {
  return escapeSnippet(JSON.stringify(name));
}

/** A text as it stands between the quotation marks of a JSON string. */
function inner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
