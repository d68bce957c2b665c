import Ajv, { type Schema } from 'ajv';

/** An object with these members and no other, of which some have to be there. */
function exactly(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const TEXT: Schema = { type: 'string', minLength: 1 };
const listOf = (items: Schema, minItems = 0): Schema => ({
  type: 'array',
  items,
  minItems,
  uniqueItems: true,
});
const MESSAGE = exactly({ text: TEXT }, ['text']);
const LEVEL: Schema = { enum: ['none', 'note', 'warning', 'error'] };
const FROM_ONE: Schema = { type: 'integer', minimum: 1 };
const FROM_ZERO: Schema = { type: 'integer', minimum: 0 };
const BAG: Schema = { type: 'object', properties: { tags: listOf(TEXT) } };
/** RFC 3986: neither blanks nor accents, and `%` before two hexadecimal digits only. */
const URI: Schema = { type: 'string', pattern: "^([\\w.~:/?#[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$" };

const REGION = {
  anyOf: [
    exactly({ startLine: FROM_ONE, startColumn: FROM_ONE, endLine: FROM_ONE, endColumn: FROM_ONE }, [
      'startLine',
    ]),
    exactly({ charOffset: FROM_ZERO, charLength: FROM_ZERO }, ['charOffset']),
  ],
};
const ARTIFACT = exactly({ uri: URI, uriBaseId: TEXT }, ['uri']);
const LOCATION = exactly(
  {
    physicalLocation: exactly({ artifactLocation: ARTIFACT, region: REGION }, ['artifactLocation']),
    message: MESSAGE,
  },
  [],
);
const REPLACEMENT = exactly(
  { deletedRegion: REGION, insertedContent: exactly({ text: { type: 'string' } }, ['text']) },
  ['deletedRegion'],
);
const FIX = exactly(
  {
    description: MESSAGE,
    artifactChanges: listOf(
      exactly({ artifactLocation: ARTIFACT, replacements: listOf(REPLACEMENT, 1) }, [
        'artifactLocation',
        'replacements',
      ]),
      1,
    ),
    properties: BAG,
  },
  ['artifactChanges'],
);
const SUPPRESSION = exactly(
  {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: TEXT,
  },
  ['kind'],
);
const RESULT = exactly(
  {
    ruleId: TEXT,
    ruleIndex: FROM_ZERO,
    level: LEVEL,
    message: MESSAGE,
    locations: listOf(LOCATION, 1),
    relatedLocations: listOf(LOCATION),
    partialFingerprints: { type: 'object', additionalProperties: TEXT },
    fixes: listOf(FIX),
    suppressions: listOf(SUPPRESSION, 1),
    properties: BAG,
  },
  ['message', 'ruleId', 'level', 'locations'],
);
const RULE = exactly(
  {
    id: TEXT,
    shortDescription: MESSAGE,
    fullDescription: MESSAGE,
    help: MESSAGE,
    helpUri: URI,
    defaultConfiguration: exactly({ level: LEVEL }, []),
    properties: BAG,
  },
  // The first alone for SARIF; the others are what the code scanning of GitHub asks for.
  ['id', 'shortDescription', 'fullDescription', 'help'],
);
const DRIVER = exactly(
  { name: TEXT, version: TEXT, semanticVersion: TEXT, informationUri: URI, rules: listOf(RULE) },
  ['name'],
);

/**
 * The part of SARIF 2.1.0 that we write, from the text of the standard. Stricter than the standard's own schema: what
 * we do not write on purpose is refused, so that a misspelled member is found.
 */
const LOG = exactly(
  {
    $schema: URI,
    version: { const: '2.1.0' },
    runs: listOf(
      exactly(
        {
          tool: exactly({ driver: DRIVER }, ['driver']),
          language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: RESULT },
          invocations: listOf(exactly({ executionSuccessful: { type: 'boolean' } }, ['executionSuccessful'])),
        },
        ['tool', 'results'],
      ),
      1,
    ),
  },
  ['version', 'runs'],
);

const validate = new Ajv({ allErrors: true, strict: false }).compile(LOG);

/** What is wrong with a SARIF log, as ajv tells it. */
export function sarifFaults(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
