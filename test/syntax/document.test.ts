import assert from 'node:assert/strict';
import { cutDocument } from '../../server/src/syntax/document';
import { parseJson } from '../../server/src/syntax/parse';

const PATHS = [['demandes', '#']];

/** The texts of the requests, and what is wrong in the envelope and in each of them. */
function cut(text: string): { requests: string[]; envelope: string[]; inside: string[][] } {
  const { envelope, requests } = cutDocument(text, PATHS);
  const slices = requests.map(({ start, end }) => text.slice(start, end));
  return {
    requests: slices,
    envelope: envelope.problems.map(({ kind }) => kind),
    inside: slices.map((slice) => parseJson(slice).problems.map(({ kind }) => kind)),
  };
}

describe('cutting a file into its requests', () => {
  it('gives each request its own text', () => {
    assert.deepEqual(
      cut('{"sons": "x", "demandes": [{"a": [1, {"b": "}"}]}, {}], "z": {"demandes": [{}]}}'),
      {
        requests: ['{"a": [1, {"b": "}"}]}', '{}'],
        envelope: [],
        inside: [[], []],
      },
    );
  });

  it('a brace missing in one request does not swallow the next', () => {
    const { requests, envelope, inside } = cut('{"demandes": [{"a": {"b": 1}, {"a": 2}, {"a": 3}]}');
    assert.deepEqual(requests, ['{"a": {"b": 1}', '{"a": 2}', '{"a": 3}']);
    assert.deepEqual(envelope, []);
    assert.deepEqual(inside, [['accolade-manquante'], [], []]);
  });

  it('a brace missing in the last request does not swallow the rest of the file', () => {
    const { requests, envelope } = cut('{"demandes": [{"a": {"b": 1}], "z": 1}');
    assert.deepEqual(requests, ['{"a": {"b": 1}']);
    assert.deepEqual(envelope, []);
  });

  it('a bracket or a brace too many does not cut a request in two', () => {
    for (const sign of [']', '}', ']]']) {
      const { requests, envelope, inside } = cut(`{"demandes": [{"a": {"b": 1}${sign}, "c": 2}, {"a": 2}]}`);
      assert.equal(requests.length, 2, sign);
      assert.deepEqual(envelope, [], sign);
      assert.deepEqual(new Set(inside[0]), new Set(['fermeture-inattendue']), sign);
      assert.deepEqual(inside[1], [], sign);
    }
  });

  it('a quote that is not closed keeps to its line', () => {
    const { requests, inside } = cut('{"demandes": [{"a": "x},\n {"b": "y"},\n {"c: {"d": 1}},\n {"e": 1}]}');
    assert.deepEqual(requests, ['{"a": "x}', '{"b": "y"}', '{"c: {"d": 1}}', '{"e": 1}']);
    assert.deepEqual(
      inside.map((kinds) => kinds[0]),
      ['guillemet-manquant', undefined, 'guillemet-manquant', undefined],
    );
  });

  it('brackets in comments, and in texts between foreign quotes, do not count', () => {
    const { requests } = cut('{"demandes": [{"a": 1 // }\n, "b": \'}\', /* ] */ "c": “{”}, {"d": 1}]}');
    assert.equal(requests.length, 2);
  });

  it('a file cut short says so in its last request only', () => {
    assert.deepEqual(cut('{"demandes": [{"a": 1}, {"a": {"b": 2,'), {
      requests: ['{"a": 1}', '{"a": {"b": 2'],
      envelope: [],
      inside: [[], ['accolade-manquante']],
    });
  });

  it('commas between requests', () => {
    assert.deepEqual(cut('{"demandes": [{"a": 1} {"a": 2},]}').envelope, [
      'virgule-manquante',
      'virgule-en-trop',
    ]);
  });
});
