/**
 * The TypeScript type of the values that a small JSON Schema accepts, as text.
 * Knows only the keywords that our own settings files use; any other form of schema throws,
 * so that a type never quietly says less than its schema.
 */
export function schemaToType(schema, indent = '', definitions = schema.definitions ?? {}) {
  const typeOf = (part, depth = indent) => schemaToType(part, depth, definitions);
  if (schema.$ref) return typeOf(definitionAt(schema.$ref, definitions));
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.map((part) => typeOf(part)).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items)})[]`;
  if (schema.type === 'object') return objectType(schema, indent, definitions);
  const scalar = SCALARS[schema.type];
  if (!scalar) throw new Error(`No TypeScript type known for the schema ${JSON.stringify(schema)}`);
  return scalar;
}

const SCALARS = { string: 'string', boolean: 'boolean', null: 'null', number: 'number', integer: 'number' };

function definitionAt(pointer, definitions) {
  const [, name] = /^#\/definitions\/(\w+)$/.exec(pointer) ?? [];
  if (name === undefined || !definitions[name]) throw new Error(`No definition at ${pointer}`);
  return definitions[name];
}

function objectType(schema, indent, definitions) {
  const rest = schema.additionalProperties;
  if (typeof rest === 'object') {
    if (schema.properties) throw new Error('An object has either named properties or free ones, not both');
    return `Readonly<Record<string, ${schemaToType(rest, indent, definitions)}>>`;
  }
  if (rest !== false && !schema.propertyNames?.enum) {
    throw new Error('An object must say additionalProperties: false, give their schema, or list its names');
  }
  // The parts of an object are open by nature: it is the whole that lists the names.
  const parts = (schema.allOf ?? []).map(({ $ref }) => definitionAt($ref, definitions));
  return [schema, ...parts].map((part) => namedProperties(part, indent, definitions)).join(' & ');
}

function namedProperties({ properties = {}, required = [] }, indent, definitions) {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = required.includes(name) ? '' : '?';
    const comment = property.description ? `${inner}/** ${property.description} */\n` : '';
    return `${comment}${inner}readonly ${JSON.stringify(name)}${optional}: ${schemaToType(property, inner, definitions)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
