import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutDocument } from '../../server/src/syntax/document';
import type { JsonNode } from '../../server/src/syntax/nodes';
import { parseJson } from '../../server/src/syntax/parse';
import '../support/same-cases';
import { isSound, PATHS } from '../support/sound-tree';
import { NAMED_FORMATS, validFile } from '../support/valid-files';

/** Texts that look like JSON, broken anywhere. */
const jsonLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        "'",
        '“',
        '”',
        '\\',
        ';',
        '/',
        '*',
        '//',
        '/*',
        '\n',
        '\r',
        ' ',
        '\t',
      ),
      fc.constantFrom(
        '"a"',
        '"demandes": [',
        '{"b": 1}',
        'Null',
        '300,00',
        '1 200',
        'true',
        'null',
        '-',
        '.5',
        '\uFEFF',
        '\u00A0',
        '€',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('the parser, on any text', () => {
  it('never throws, and keeps every offset inside its parent', () => {
    fc.assert(fc.property(fc.oneof(jsonLike, fc.string({ unit: 'binary' }), fc.string()), isSound), {
      numRuns: 3000,
    });
  });

  it('reads what JSON.parse reads, and finds nothing wrong with it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        const { root, problems } = parseJson(text);
        assert.deepEqual(problems, []);
        assert.deepEqual(valueOf(root), JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a text whole, or says that it is too large', () => {
    const text = validFile(NAMED_FORMATS[0] ?? assert.fail());
    const { size } = parseJson(text);
    for (let most = 0; most < size + 2; most++) {
      const { root, problems } = parseJson(text, { most });
      assert.deepEqual(
        problems.map(({ kind }) => kind),
        most < size ? ['demesure'] : [],
      );
      assert.equal(root === undefined, most < size);
    }
  });

  it('never throws on a file cut anywhere, and says it in few words', () => {
    const format = NAMED_FORMATS.at(-2);
    assert.ok(format);
    const text = validFile(format, 2);
    for (let end = 0; end < text.length; end++) {
      const prefix = text.slice(0, end);
      isSound(prefix);
      const cut = cutDocument(prefix, PATHS);
      const said = [
        ...cut.envelope.problems,
        ...cut.requests.flatMap((request) => parseJson(prefix.slice(request.start, request.end)).problems),
      ];
      assert.equal(
        said.length,
        1,
        `${JSON.stringify(prefix.slice(-60))}: ${said.map(({ kind }) => kind).join()}`,
      );
    }
  });
});

/** A JavaScript value, built as JSON.parse builds it. */
function valueOf(node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case 'object': {
      const value: Record<string, unknown> = {};
      for (const { key, value: inner } of node.properties) {
        Object.defineProperty(value, key.name, {
          value: valueOf(inner),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return value;
    }
    case 'array':
      return node.items.map(valueOf);
    case 'number':
      return Number(node.raw);
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return node.value;
    default:
      throw new Error(`a ${node?.kind ?? 'missing'} node in a JSON text`);
  }
}
