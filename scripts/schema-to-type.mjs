/**
 * The TypeScript type of the values that a small JSON Schema accepts, as text.
 * Knows only the keywords that our own settings files use; any other form of schema throws,
 * so that a type never quietly says less than its schema.
 */
export function schemaToType(schema, indent = '') {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return `readonly (${schemaToType(schema.items, indent)})[]`;
    case 'object':
      return objectType(schema, indent);
    default:
      throw new Error(`No TypeScript type known for the schema ${JSON.stringify(schema)}`);
  }
}

function objectType(schema, indent) {
  const inner = `${indent}  `;
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const optional = required.has(name) ? '' : '?';
    const comment = property.description ? `${inner}/** ${property.description} */\n` : '';
    return `${comment}${inner}readonly ${JSON.stringify(name)}${optional}: ${schemaToType(property, inner)};`;
  });
  const rest = schema.additionalProperties;
  if (typeof rest === 'object') {
    if (lines.length > 0) throw new Error('An object has either named properties or free ones, not both');
    return `Readonly<Record<string, ${schemaToType(rest, indent)}>>`;
  }
  if (rest !== false) throw new Error('An object must say additionalProperties: false, or give their schema');
  return `{\n${lines.join('\n')}\n${indent}}`;
}
