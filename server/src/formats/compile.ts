import { isRole, type Role } from './roles';
import type { Etape, Format } from './format';
import { isBlock } from './shape';
import type { Attestation, ListShape, ObjectShape, ScalarShape, Shape, Tag } from './shape';

/** The subset of draft-07, with our annotations, that a format's schema is written in. */
export interface FormatSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, FormatSchema>>;
  /** Without it, every tag is due. */
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: FormatSchema;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly definitions?: Readonly<Record<string, FormatSchema>>;
  readonly 'x-role'?: string;
  readonly 'x-attestation'?: Attestation;
  readonly 'x-variantes'?: readonly string[];
  /** True where the official model itself has an empty text or an empty block: it is let pass. */
  readonly 'x-vide'?: boolean;
  readonly 'x-sons'?: string;
  readonly 'x-etape'?: string;
  readonly 'x-pieces'?: readonly (readonly string[])[];
}

/** Schemas that `$ref` may name, by `$id` (`parts/enveloppe.json`). */
export type SchemaLibrary = Readonly<Record<string, FormatSchema>>;

/** A schema that this product cannot read: says which part and why. */
class FormatSchemaError extends Error {}

/** Turns an annotated schema into a format. Throws {@link FormatSchemaError} on what it cannot read. */
export function compileFormat(id: string, schema: FormatSchema, library: SchemaLibrary): Format {
  const root = new Compiler(schema, library).shape(schema);
  if (root.kind !== 'object') throw new FormatSchemaError(`${id}: the root must be an object`);
  const etape = etapeOf(id, schema['x-etape']);
  const place = findRequests(root, []);
  return {
    id,
    sons: schema['x-sons'],
    etape,
    root,
    requestPath: etape === 'candidature' ? undefined : (place?.path ?? []),
    request: place?.shape ?? root,
  };
}

function etapeOf(id: string, value: string | undefined): Etape {
  if (value === 'avance' || value === 'solde' || value === 'candidature') return value;
  throw new FormatSchemaError(`${id}: x-etape must be "candidature", "avance" or "solde"`);
}

/** The requests are the items of the list whose role is `demandes`; without one, the root is the only request. */
function findRequests(
  shape: ObjectShape,
  path: readonly string[],
): { path: string[]; shape: Shape } | undefined {
  for (const tag of shape.tags) {
    const here = [...path, tag.name];
    if (tag.shape.role === 'demandes' && tag.shape.kind === 'list') {
      return { path: [...here, '#'], shape: tag.shape.item };
    }
    const deeper = tag.shape.kind === 'object' ? findRequests(tag.shape, here) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

class Compiler {
  private readonly pending = new Set<FormatSchema>();
  private readonly unspecified: Attestation;

  constructor(
    private readonly home: FormatSchema,
    private readonly library: SchemaLibrary,
  ) {
    this.unspecified = home['x-etape'] === 'candidature' ? OURS : UNSPECIFIED;
  }

  shape(written: FormatSchema, home: FormatSchema = this.home): Shape {
    const { schema, home: owner } = this.resolve(written, home);
    if (this.pending.has(schema)) throw new FormatSchemaError('a schema may not contain itself');
    this.pending.add(schema);
    const attestation = written['x-attestation'] ?? schema['x-attestation'] ?? this.unspecified;
    const shape = this.build(schema, owner, written['x-role'] ?? schema['x-role'], attestation);
    this.pending.delete(schema);
    return shape;
  }

  private build(
    schema: FormatSchema,
    home: FormatSchema,
    roleName: string | undefined,
    attestation: Attestation,
  ): Shape {
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
    const nullable = types.includes('null') || types.length === 0;
    const base = { role: roleNamed(roleName), nullable, attestation, blank: schema['x-vide'] === true };
    const kind = types.find((type) => type !== 'null');
    switch (kind) {
      case 'object':
        return { ...base, kind: 'object', ...this.tags(schema, home) } satisfies ObjectShape;
      case 'array':
        return { ...base, ...this.list(schema, home) };
      case 'string':
      case 'boolean':
      case 'number':
      case 'integer':
        return {
          ...base,
          kind: kind === 'integer' ? 'number' : kind,
          values: schema.enum?.filter((value) => value !== null).map(String),
          examples: schema.examples?.map(String) ?? [],
          maxLength: schema.maxLength,
          integer: kind === 'integer',
        } satisfies ScalarShape;
      default:
        return { ...base, kind: 'free' };
    }
  }

  private list(
    schema: FormatSchema,
    home: FormatSchema,
  ): Pick<ListShape, 'kind' | 'item' | 'maxItems' | 'pieces'> {
    const item = schema.items ? this.shape(schema.items, home) : FREE;
    return { kind: 'list', item, maxItems: schema.maxItems, pieces: schema['x-pieces'] ?? [] };
  }

  private tags(schema: FormatSchema, home: FormatSchema): Pick<ObjectShape, 'tags' | 'byName' | 'pieces'> {
    const tags: Tag[] = [];
    const byName = new Map<string, Tag>();
    for (const [name, written] of Object.entries(schema.properties ?? {})) {
      const { schema: resolved } = this.resolve(written, home);
      const shape = this.shape(written, home);
      const variants = written['x-variantes'] ?? resolved['x-variantes'] ?? [];
      const due = schema.required?.includes(name) ?? true;
      const tag: Tag = { name, variants, shape, attestation: shape.attestation, due, rank: tags.length };
      tags.push(tag);
      for (const spelling of [name, ...tag.variants]) byName.set(spelling, tag);
    }
    const pieces = tags.flatMap(({ shape }) => (isBlock(shape) ? shape.pieces : []));
    return { tags, byName, pieces };
  }

  private resolve(written: FormatSchema, home: FormatSchema): { schema: FormatSchema; home: FormatSchema } {
    if (written.$ref === undefined) return { schema: written, home };
    const [file = '', pointer = ''] = written.$ref.split('#');
    const owner = file === '' ? home : this.library[folderOf(home.$id) + file];
    const name = pointer.replace('/definitions/', '');
    const schema = pointer === '' ? owner : owner?.definitions?.[name];
    if (!owner || !schema) throw new FormatSchemaError(`unknown reference ${written.$ref}`);
    return this.resolve(schema, owner);
  }
}

const UNSPECIFIED: Attestation = { statut: 'reconstitué', source: '' };
const OURS: Attestation = { statut: 'propre', source: '' };
const FREE: Shape = {
  kind: 'free',
  role: undefined,
  nullable: true,
  attestation: UNSPECIFIED,
  blank: false,
};

/** `parts/` for `parts/aides.json`: a reference is relative to the schema that holds it. */
function folderOf(id = ''): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}

function roleNamed(name: string | undefined): Role | undefined {
  if (name === undefined || isRole(name)) return name;
  throw new FormatSchemaError(`unknown role ${name}`);
}
