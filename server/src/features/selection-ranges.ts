import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analyse';
import type { Fragment, JsonNode, KeyNode, PropertyNode, Span } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { ancestors, placeAt } from '../syntax/walk';
import { rangeOf, type CheckedDocument } from './document';
import { partAt } from './place';

const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/** For each position, what "expand selection" takes: word, text, value, property, block … request, list, file. */
export function selectionRangesAt(
  { document, analysis }: CheckedDocument,
  positions: readonly Position[],
): SelectionRange[] {
  const spansAt = spansIn(analysis);
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const here = { start: offset, end: offset };
    let chain: SelectionRange | undefined;
    for (const span of widening(here, spansAt(offset)).reverse()) {
      const range = rangeOf(document, span);
      chain = chain ? { range, parent: chain } : { range };
    }
    return chain ?? { range: rangeOf(document, here) };
  });
}

/** Spans around an offset of the whole text, innermost first. */
function spansIn({ dossier, text }: Analysis): (offset: number) => Span[] {
  const whole = { start: 0, end: text.length };
  if (!dossier) {
    const plain = parseJson(text);
    return (offset) => [...spansAround(plain, 0, offset), whole];
  }
  return (offset) => {
    const { part, base, demande } = partAt(dossier, offset);
    const inside = spansAround(part.fragment, base, offset);
    const outside = demande === undefined ? [] : spansAround(dossier.enveloppe.fragment, 0, base);
    return [...inside, ...outside, whole];
  };
}

function spansAround(fragment: Fragment, base: number, offset: number): Span[] {
  const { node, key } = placeAt(fragment, offset - base);
  const spans = [
    ...(key ? textSpans(fragment.text, key.key, offset - base) : []),
    ...(node && !key ? valueSpans(fragment.text, node, offset - base) : []),
    ...(key ? [key] : []),
    ...(node ? [node, ...ancestors(node)] : []),
  ];
  return spans.map(({ start, end }) => ({ start: start + base, end: end + base }));
}

function valueSpans(text: string, node: JsonNode | PropertyNode, offset: number): Span[] {
  return node.kind === 'string' || node.kind === 'invalid' ? textSpans(text, node, offset) : [];
}

/** The word around the offset, what stands between the quotes, and the quotes too. */
function textSpans(text: string, token: Span | KeyNode, offset: number): Span[] {
  const { start, end } = token;
  const written = text.slice(start, end);
  const quoted = written.startsWith('"');
  const content = quoted
    ? { start: start + 1, end: written.length > 1 && written.endsWith('"') ? end - 1 : end }
    : token;
  const words = [...written.matchAll(WORD)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  const word = words.find((candidate) => candidate.start <= offset && offset <= candidate.end);
  return [...(word ? [word] : []), content, token];
}

/** Keeps what strictly widens: an editor refuses a range that does not hold the one before. */
function widening(inner: Span, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let last = inner;
  for (const span of spans) {
    const holds = span.start <= last.start && span.end >= last.end;
    const wider = span.start < last.start || span.end > last.end;
    if (!holds || !wider) continue;
    kept.push(span);
    last = span;
  }
  return kept;
}
