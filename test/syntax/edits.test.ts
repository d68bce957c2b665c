import assert from 'node:assert/strict';
import { appendItem, applyEdits, insertProperty, removeChild } from '../../server/src/syntax/edits';
import type { JsonNode, ObjectNode, PropertyNode } from '../../server/src/syntax/nodes';
import { parseJson } from '../../server/src/syntax/parse';

/** The innermost first object: the root, or what its first values lead to. */
function objectIn(node: JsonNode | undefined, depth: number): ObjectNode {
  assert.ok(node?.kind === 'object');
  return depth === 0
    ? node
    : objectIn(node.properties.find(({ value }) => value?.kind === 'object')?.value, depth - 1);
}

/** The list of the first property with a value behind its last item. */
function appended(text: string, value: string): string {
  const fragment = parseJson(text);
  const list = objectIn(fragment.root, 0).properties[0]?.value;
  const last = list?.kind === 'array' ? list.items.at(-1) : undefined;
  assert.ok(list?.kind === 'array' && last);
  return applyEdits(text, [appendItem(fragment, list, last, value)]);
}

function inserted(text: string, after: string | undefined, value: string, depth = 0): string {
  const fragment = parseJson(text);
  const object = objectIn(fragment.root, depth);
  const neighbour = object.properties.find(({ key }) => key.name === after);
  return applyEdits(text, [insertProperty(fragment, object, neighbour, 'n', value)]);
}

function removed(text: string, pick: (root: ObjectNode) => JsonNode | PropertyNode | undefined): string {
  const fragment = parseJson(text);
  const child = pick(objectIn(fragment.root, 0));
  assert.ok(child);
  return applyEdits(text, [removeChild(fragment, child)]);
}

describe('edits keep the layout', () => {
  it('inserts behind a neighbour, on one line or on several', () => {
    assert.equal(inserted('{"a": 1, "b": 2}', 'a', 'null'), '{"a": 1, "n": null, "b": 2}');
    assert.equal(
      inserted('{\n  "a": 1,\n  "b": 2\n}', 'a', 'null'),
      '{\n  "a": 1,\n  "n": null,\n  "b": 2\n}',
    );
    assert.equal(inserted('{\n  "a": 1\n}', 'a', 'null'), '{\n  "a": 1,\n  "n": null\n}');
  });

  it('adds to a list, on one line or on several, as its items do', () => {
    const block = '{\n  "b": 2\n}';
    assert.equal(appended('{"a": [1, 2]}', '3'), '{"a": [1, 2, 3]}');
    assert.equal(appended('{"a": [{ "b": 1 }]}', block), '{"a": [{ "b": 1 }, { "b": 2 }]}');
    assert.equal(
      appended('{\r\n\t"a": [\r\n\t\t{ "b": 1 }\r\n\t]\r\n}', block),
      '{\r\n\t"a": [\r\n\t\t{ "b": 1 },\r\n\t\t{\r\n\t\t  "b": 2\r\n\t\t}\r\n\t]\r\n}',
    );
  });

  it('leaves nothing where the only one is removed', () => {
    assert.equal(
      removed('{\n  "a": 1\n}', ({ properties }) => properties[0]),
      '{}',
    );
    assert.equal(
      removed('{\n  "a": 1,\n}', ({ properties }) => properties[0]),
      '{}',
    );
    assert.equal(
      removed('{ "a": 1', ({ properties }) => properties[0]),
      '{ ',
      'unless it is not closed',
    );
  });

  it('inserts in the first place', () => {
    assert.equal(inserted('{"a": 1}', undefined, 'null'), '{"n": null, "a": 1}');
    assert.equal(inserted('{\n\t"a": 1\n}', undefined, 'null'), '{\n\t"n": null,\n\t"a": 1\n}');
    assert.equal(inserted('{}', undefined, 'null'), '{ "n": null }');
    assert.equal(inserted('{\n}', undefined, 'null'), '{\n  "n": null\n}');
  });

  it('follows the tabs, the depth and the line ends of the text', () => {
    assert.equal(
      inserted('{\r\n\t"o": {\r\n\t\t"a": 1\r\n\t}\r\n}', 'a', '{\n  "x": []\n}', 1),
      '{\r\n\t"o": {\r\n\t\t"a": 1,\r\n\t\t"n": {\r\n\t\t  "x": []\r\n\t\t}\r\n\t}\r\n}',
    );
    assert.equal(inserted('{"o": {"a": 1}}', 'a', '{\n  "x": []\n}', 1), '{"o": {"a": 1, "n": { "x": [] }}}');
  });

  it('removes with the comma that goes with it', () => {
    const property = (name: string) => (root: ObjectNode) =>
      root.properties.find(({ key }) => key.name === name);
    assert.equal(removed('{"a": 1, "b": 2}', property('a')), '{"b": 2}');
    assert.equal(removed('{"a": 1, "b": 2}', property('b')), '{"a": 1}');
    assert.equal(removed('{\n  "a": 1,\n  "b": 2\n}', property('b')), '{\n  "a": 1\n}');
    assert.equal(removed('{"a": 1,}', property('a')), '{}');
    const item = (rank: number) => (root: ObjectNode) => {
      const list = root.properties[0]?.value;
      return list?.kind === 'array' ? list.items[rank] : undefined;
    };
    assert.equal(removed('{"a": [1, 2, 3]}', item(1)), '{"a": [1, 3]}');
    assert.equal(removed('{"a": [1]}', item(0)), '{"a": []}');
  });

  it('applies edits whatever their order', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 0, end: 0, text: '>' },
      { start: 2, end: 3, text: '' },
    ];
    assert.equal(applyEdits('abcde', edits), '>abdE');
  });
});
