import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import type { Deviation } from '../../server/src/formats/deviations';
import type { Format } from '../../server/src/formats/format';
import { matchFragment } from '../../server/src/formats/match';
import { parseJson } from '../../server/src/syntax/parse';
import { ROOT } from '../support/fixture';
import { NAMED_FORMATS, validFile } from '../support/valid-files';

/**
 * What our match says and draft-07 does not: draft-07 keeps the last of two equal keys, knows no second spelling,
 * and takes an empty or blank text, or the text "null", for a text like any other.
 */
function isStructural(deviation: Deviation): boolean {
  switch (deviation.kind) {
    case 'doublon':
    case 'incertain':
      return false;
    case 'vide':
      return (
        deviation.shape.kind !== 'string' || deviation.node.kind !== 'string' || !!deviation.shape.values
      );
    default:
      return true;
  }
}

const schemas = join(ROOT, 'schemas');
const validators = compileAll();

function compileAll(): Map<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, allErrors: false, validateSchema: false });
  for (const folder of ['', 'parts']) {
    for (const name of readdirSync(join(schemas, folder))) {
      if (!name.endsWith('.json') || name.startsWith('segur-settings')) continue;
      ajv.addSchema(JSON.parse(readFileSync(join(schemas, folder, name), 'utf8')) as object);
    }
  }
  return new Map(
    NAMED_FORMATS.map(({ id }) => {
      const validate = ajv.getSchema(`${id}.schema.json`);
      if (!validate) throw new Error(`no schema ${id}`);
      return [id, validate];
    }),
  );
}

/** One place of a JSON value, and what to put there. */
type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

function places(value: Json, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...path, key], ...places(inner, [...path, key])]);
}

const REPLACEMENTS: readonly Json[] = [
  null,
  true,
  0,
  4.5,
  12,
  'texte',
  'VAGUE_2',
  'MSP',
  '',
  ' ',
  'null',
  [],
  {},
  [null],
  ['x'],
  [[]],
  [{}],
  { a: 1 },
];

type Change = (parent: JsonObject, key: string, pick: number) => void;

const CHANGES: readonly Change[] = [
  (parent, key, pick) => {
    parent[key] = structuredClone(REPLACEMENTS[pick % REPLACEMENTS.length] ?? null);
  },
  (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  },
  (parent, key) => {
    if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)] ?? null));
    else parent[`${key}X`] = parent[key] ?? null;
  },
];

function changed(value: Json, path: readonly (string | number)[], change: Change, pick: number): Json {
  const copy = structuredClone(value);
  let parent = copy as JsonObject;
  for (const step of path.slice(0, -1)) parent = parent[step] as JsonObject;
  change(parent, String(path.at(-1)), pick);
  return copy;
}

function agrees(format: Format, value: Json): void {
  const text = JSON.stringify(value, null, 1);
  const { deviations } = matchFragment(parseJson(text), format.root);
  const structural = deviations.filter(isStructural);
  const validate = validators.get(format.id);
  assert.ok(validate);
  const isValid = validate(value);
  const ours = structural.map(({ kind }) => kind).join(' ');
  assert.equal(
    structural.length === 0,
    isValid,
    `ours: ${ours} · ajv: ${JSON.stringify(validate.errors)}\n${text}`,
  );
}

describe('our match against draft-07 itself (ajv on the schemas as they are)', () => {
  const files = NAMED_FORMATS.map((format) => ({ format, value: JSON.parse(validFile(format, 2)) as Json }));

  for (const { format, value } of files) {
    it(`J08 ${format.id}: agrees on a right file`, () => {
      agrees(format, value);
    });
  }

  it('J08 agrees on every file with one place changed', () => {
    const nat = fc.noBias(fc.nat(100_000));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.constantFrom(...CHANGES),
        nat,
        nat,
        ({ format, value }, change, at, pick) => {
          const all = places(value);
          const path = all[at % all.length];
          assert.ok(path);
          agrees(format, changed(value, path, change, pick));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
