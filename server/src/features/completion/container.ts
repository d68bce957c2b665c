import type { Analysis } from '../../analysis/analyse';
import type { Demande, Dossier } from '../../dossier/dossier';
import type { Part } from '../../dossier/part';
import type { Shape } from '../../formats/shape';
import type { ArrayNode, JsonNode, ObjectNode } from '../../syntax/nodes';
import { textFrom, type SourceText } from '../../syntax/source-text';
import { matchedValue } from '../place';

/** An offset of a part. `text` begins with the part and goes on to the end of the file, where a slip may lead. */
export interface Spot {
  readonly text: SourceText;
  readonly at: number;
  /** Where the part begins in the whole text. */
  readonly base: number;
}

/** The innermost list or object around an offset, and what the model says of it. */
export interface Container {
  readonly part: Part;
  readonly spot: Spot;
  readonly node: ObjectNode | ArrayNode;
  readonly shape: Shape | undefined;
}

/** Looks into the one request before `offset`, else into the envelope. */
export function containerAt({ source, dossier }: Analysis, offset: number): Container | undefined {
  if (!dossier) return undefined;
  const demande = lastDemandeBefore(dossier, offset);
  const inDemande = demande && containerIn(demande.part, spotAt(source, offset, demande.start));
  return inDemande ?? containerIn(dossier.enveloppe, spotAt(source, offset, 0));
}

export function spotAt(source: SourceText, offset: number, base: number): Spot {
  return { text: textFrom(source, base), at: offset - base, base };
}

/** The last request that begins before `offset`, found by halving; `offset` may be far behind its end. */
function lastDemandeBefore(dossier: Dossier, offset: number): Demande | undefined {
  const { requests } = dossier.cut;
  let low = 0;
  let high = dossier.readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requests[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return dossier.demande(low - 1);
}

function containerIn(part: Part, spot: Spot): Container | undefined {
  let node: ObjectNode | ArrayNode | undefined;
  for (
    let inner = holding(part.fragment.root, spot);
    inner;
    inner = holding(lastChildBefore(inner, spot.at), spot)
  ) {
    node = inner;
  }
  return node && { part, spot, node, shape: matchedValue(part, node)?.shape };
}

function lastChildBefore(node: ObjectNode | ArrayNode, at: number): JsonNode | undefined {
  const children = node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
  return children.findLast((child) => child !== undefined && child.start < at);
}

/** `node` when the offset is between its brackets; behind an unclosed one as long as nothing else has begun. */
function holding(node: JsonNode | undefined, { text, at }: Spot): ObjectNode | ArrayNode | undefined {
  if (node?.kind !== 'object' && node?.kind !== 'array') return undefined;
  if (at <= node.start) return undefined;
  if (node.closed) return at < node.end ? node : undefined;
  return at <= node.end || /^[\s,:]*$/.test(text.slice(node.end, at)) ? node : undefined;
}
