import type { Format } from '../formats/format';
import type { Role } from '../formats/roles';
import type { CutDocument } from '../syntax/document';
import type { JsonNode } from '../syntax/nodes';
import type { SourceText } from '../syntax/source-text';
import { firstOf, type Part } from './part';
import type { Reading } from './reading';

/** One request and where it stands in one version of its file. */
export class Demande {
  constructor(
    /** From 0. */
    readonly rang: number,
    readonly start: number,
    readonly end: number,
    readonly reading: Reading,
    private readonly source: SourceText,
  ) {}

  /** Its tree and what the model says of it. In a large file it may have to be read again. */
  get part(): Part {
    return this.reading.partOf(() => this.source.slice(this.start, this.end));
  }
}

/** One file: its requests and what is around them. A candidature has no requests: all of it is the envelope. */
export interface Dossier {
  readonly format: Format;
  readonly cut: CutDocument;
  readonly enveloppe: Part;
  readonly demandes: readonly Demande[];
  /** The same for the versions of one file that follow one another. */
  readonly lineage: object;
}

/** The request around an offset of the whole text, found by halving; a request's two ends belong to it. */
export function demandeAt({ demandes }: Dossier, offset: number): Demande | undefined {
  let low = 0;
  let high = demandes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const demande = demandes[middle];
    if (!demande) break;
    if (offset < demande.start) high = middle - 1;
    else if (offset > demande.end) low = middle + 1;
    else return demande;
  }
  return undefined;
}

/** What is said once for the whole file, and the offset that its part begins at. */
export interface ValueOfFile {
  readonly node: JsonNode;
  readonly base: number;
}

/** The value of a role in the envelope; in a file that is one request, in that request. */
export function valueOfFile({ format, enveloppe, demandes }: Dossier, role: Role): ValueOfFile | undefined {
  const whole = format.requestPath?.length === 0 ? demandes[0] : undefined;
  const node = firstOf(whole?.part ?? enveloppe, role)?.node;
  return node && { node, base: whole?.start ?? 0 };
}

/** The place of a request in its envelope. */
export function holeOf({ start }: Demande, { fragment }: Part): JsonNode | undefined {
  return holeAt(fragment.root, start);
}

function holeAt(node: JsonNode | undefined, start: number): JsonNode | undefined {
  if (node?.kind === 'hole') return node.start === start ? node : undefined;
  const children = node?.kind === 'object' ? node.properties.map(({ value }) => value) : [];
  for (const child of node?.kind === 'array' ? node.items : children) {
    const found = holeAt(child, start);
    if (found) return found;
  }
  return undefined;
}
