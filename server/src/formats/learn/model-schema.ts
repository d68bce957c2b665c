import { BUNDLED_FORMATS } from '../bundled';
import type { FormatSchema } from '../compile';
import type { Etape } from '../format';
import type { Role } from '../roles';
import type { Attestation, Shape } from '../shape';
import { duePieces } from './due-pieces';
import type { Guess } from './guess';
import { isTaken } from './infer';
import { kindsOf, type Kind, type Observed } from './observe';
import type { Model } from './read-model';

/** What a person says of a model that was read. */
export interface ModelChoices {
  readonly sons: string;
  readonly etape: Etape;
  /** Whether a role is taken; without it, those that are sure enough. */
  readonly take?: ((guess: Guess) => boolean) | undefined;
}

/** `MDV-LGC-Va2.avance`. */
export function modelId({ sons, etape }: ModelChoices): string {
  return `${sons}.${etape}`;
}

/** The annotated schema of a model. It says what the examples show, and leaves open what they do not settle. */
export function schemaOf(model: Model, choices: ModelChoices): FormatSchema {
  const take = choices.take ?? isTaken;
  const roles = new Map(model.guesses.filter(take).map(({ place, role }) => [place.path, role]));
  const [root] = model.places;
  const attestation: Attestation = { statut: 'officiel', source: model.names.join(', ') };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${modelId(choices)}.schema.json`,
    'x-etape': choices.etape,
    'x-sons': choices.sons,
    ...new SchemaWriter(roles, attestation, choices).schema(root?.observed, ''),
  };
}

class SchemaWriter {
  constructor(
    private readonly roles: ReadonlyMap<string, Role>,
    private readonly attestation: Attestation,
    private readonly choices: ModelChoices,
  ) {}

  schema(observed: Observed | undefined, path: string): FormatSchema {
    const role = this.roles.get(path);
    const [kind, ...others] = observed ? kindsOf(observed) : [];
    const told = {
      ...(role && { 'x-role': role }),
      'x-attestation': this.attestation,
      ...(observed?.hasBlank && { 'x-vide': true }),
    };
    // `null` alone, or values of several types: open.
    if (!observed || !kind || others.length > 0) return told;
    const type = mayBeNull(observed, kind, role, path) ? [JSON_TYPES[kind], 'null'] : JSON_TYPES[kind];
    if (kind === 'object') return { type, ...told, ...this.tags(observed, path) };
    if (kind === 'list') return { type, ...told, ...this.items(observed, path, role) };
    const examples = examplesOf(observed, role);
    return { type, ...told, ...(examples.length > 0 && { examples }) };
  }

  private tags({ tags, objects }: Observed, path: string): FormatSchema {
    const inOrder = [...tags];
    return {
      required: inOrder.filter(([, { seen }]) => seen >= objects).map(([name]) => name),
      additionalProperties: false,
      properties: Object.fromEntries(
        inOrder.map(([name, tag]) => [name, this.schema(tag, `${path}/${name}`)]),
      ),
    };
  }

  private items(list: Observed, path: string, role: Role | undefined): FormatSchema {
    const { item } = list;
    const due = role === 'pieces-justificatives' ? duePieces(list, path, this.roles, this.choices) : [];
    const maxItems = role && MOST_ITEMS.get(role);
    return {
      ...(maxItems !== undefined && (item?.seen ?? 0) <= maxItems && { maxItems }),
      ...(due.length > 0 && { 'x-pieces': due }),
      ...(item && { items: this.schema(item, `${path}/#`) }),
    };
  }
}

const JSON_TYPES: Readonly<Record<Kind, string>> = {
  object: 'object',
  list: 'array',
  string: 'string',
  number: 'number',
  boolean: 'boolean',
};

/**
 * The deck has `null` for every tag that is not concerned, and never for a list: examples that are filled do not
 * say otherwise. An object may be one that others leave unused, unless ours of the same role is always there.
 */
function mayBeNull({ nulls }: Observed, kind: Kind, role: Role | undefined, path: string): boolean {
  if (nulls > 0) return true;
  if (kind === 'list' || path === '') return false;
  return role === undefined || !NEVER_NULL.has(role);
}

function* shapesIn(shape: Shape): Generator<Shape> {
  yield shape;
  if (shape.kind === 'list') yield* shapesIn(shape.item);
  if (shape.kind === 'object') for (const tag of shape.tags) yield* shapesIn(tag.shape);
}

/** Of requests: in a manifest everything may be unknown yet. */
const OURS = BUNDLED_FORMATS.filter(({ etape }) => etape !== 'candidature').flatMap(({ root }) => [
  ...shapesIn(root),
]);
const SOMETIMES_NULL = new Set(OURS.filter(({ nullable }) => nullable).map(({ role }) => role));
const NEVER_NULL: ReadonlySet<Role | undefined> = new Set(
  OURS.map(({ role }) => role).filter((role) => !SOMETIMES_NULL.has(role)),
);
const MOST_ITEMS: ReadonlyMap<Role | undefined, number> = new Map(
  OURS.flatMap((shape) =>
    shape.kind === 'list' && shape.maxItems !== undefined ? [[shape.role, shape.maxItems] as const] : [],
  ),
);

/** Values of which a file may hold the same again. A number or a name of the model is nobody's. */
const WITH_EXAMPLES: readonly (Role | undefined)[] = [
  undefined,
  'type-demande',
  'sons',
  'type-prestation',
  'commande-pour',
  'type-structure',
  'type-activite',
  'type-piece',
];
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 60;

function examplesOf({ strings }: Observed, role: Role | undefined): string[] {
  if (!WITH_EXAMPLES.includes(role)) return [];
  const short = [...strings].filter((text) => text.trim() !== '' && text.length <= LONGEST_EXAMPLE);
  return short.slice(0, MOST_EXAMPLES);
}
