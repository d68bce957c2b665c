import type { ArrayNode, Fragment, JsonNode, ObjectNode, PropertyNode, Span } from './nodes';

/** Replaces a stretch of text; an insertion has `start === end`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Applies edits that do not overlap, whatever their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

export function replaceNode(node: Span, text: string): Edit {
  return { start: node.start, end: node.end, text };
}

/** The blanks that begin the line of `offset`. */
export function indentAt(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  let end = lineStart;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(lineStart, end);
}

/** `\r\n` or `\n`, as the text does. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** One step of indentation as this object shows it, two blanks where it stands on one line. */
export function indentUnit(text: string, object: ObjectNode): string {
  const first = object.properties[0];
  if (!first) return '  ';
  const outer = indentAt(text, object.start);
  const inner = indentAt(text, first.start);
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
}

/**
 * Inserts `"name": value` in an object, laid out like its neighbours.
 * `after` is the property that it follows, undefined for the first place. `value` may span lines, indented
 * from column 0.
 */
export function insertProperty(
  fragment: Fragment,
  object: ObjectNode,
  after: PropertyNode | undefined,
  name: string,
  value: string,
): Edit {
  const { text } = fragment;
  const first = object.properties[0];
  const multiline = first
    ? /[\r\n]/.test(text.slice(object.start, first.start))
    : /[\r\n]/.test(text.slice(object.start, object.end));
  const eol = lineBreakOf(text);
  const unit = indentUnit(text, object);
  const indent = first && multiline ? indentAt(text, first.start) : indentAt(text, object.start) + unit;
  const body = `${JSON.stringify(name)}: ${multiline ? value.replaceAll('\n', eol + indent) : flatten(value)}`;
  if (after) {
    const separator = multiline ? eol + indent : ' ';
    return { start: after.end, end: after.end, text: `,${separator}${body}` };
  }
  const at = object.start + 1;
  if (first) {
    const blank = text.slice(at, first.start);
    return { start: first.start, end: first.start, text: `${body},${multiline ? blank : ' '}` };
  }
  const inner = multiline ? `${eol}${indent}${body}` : ` ${body} `;
  return { start: at, end: at, text: inner };
}

/** Adds a value behind the last item of a list, laid out like it. `value` may span lines, indented from column 0. */
export function appendItem({ text }: Fragment, list: ArrayNode, last: JsonNode, value: string): Edit {
  const isSpread = /[\r\n]/.test(text.slice(list.start, list.items[0]?.start));
  const indent = lineBreakOf(text) + indentAt(text, last.start);
  const item = isSpread ? indent + value.replaceAll('\n', indent) : ` ${flatten(value)}`;
  return { start: last.end, end: last.end, text: `,${item}` };
}

function flatten(value: string): string {
  return value.replace(/\n\s*/g, ' ');
}

/** Removes a property or an item together with the comma that it leaves behind. */
export function removeChild(fragment: Fragment, child: JsonNode | PropertyNode): Edit {
  const parent = child.parent;
  const siblings = childrenOf(parent);
  const rank = siblings.indexOf(child);
  const next = siblings[rank + 1];
  const previous = siblings[rank - 1];
  if (previous) return { start: previous.end, end: child.end, text: '' };
  if (next) return { start: child.start, end: next.start, text: '' };
  const end = commaBehind(fragment.text, child.end);
  const inside = parent && parent.kind !== 'property' && parent.closed ? insideOf(parent) : undefined;
  // Nothing is left: neither are its lines.
  if (
    inside &&
    isBlank(fragment.text, inside.start, child.start) &&
    isBlank(fragment.text, end, inside.end)
  ) {
    return { ...inside, text: '' };
  }
  return { start: child.start, end, text: '' };
}

function insideOf({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

function childrenOf(
  parent: ObjectNode | ArrayNode | PropertyNode | undefined,
): readonly (JsonNode | PropertyNode)[] {
  if (parent?.kind === 'object') return parent.properties;
  return parent?.kind === 'array' ? parent.items : [];
}

function commaBehind(text: string, from: number): number {
  const match = /^\s*,/.exec(text.slice(from, from + 200));
  return match ? from + match[0].length : from;
}
