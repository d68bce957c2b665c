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

/** What a file was read into. */
export interface ReadDossier {
  readonly format: Format;
  readonly cut: CutDocument;
  readonly enveloppe: Part;
  /** One of each request, in the file's order. */
  readonly readings: readonly Reading[];
  /** The same for the versions of one file that follow one another. */
  readonly lineage: object;
}

/** One file: its requests and what is around them. A candidature has no requests: all of it is the envelope. */
export class Dossier implements ReadDossier {
  readonly format: Format;
  readonly cut: CutDocument;
  readonly enveloppe: Part;
  readonly readings: readonly Reading[];
  readonly lineage: object;
  private made: readonly Demande[] | undefined;

  constructor({ format, cut, enveloppe, readings, lineage }: ReadDossier) {
    this.format = format;
    this.cut = cut;
    this.enveloppe = enveloppe;
    this.readings = readings;
    this.lineage = lineage;
  }

  /** All requests; made when they are asked for, since a check of an edit needs few of them. */
  get demandes(): readonly Demande[] {
    this.made ??= this.makeAll();
    return this.made;
  }

  private makeAll(): Demande[] {
    const made: Demande[] = [];
    for (let one = this.demande(0); one; one = this.demande(made.length)) made.push(one);
    return made;
  }

  /** Those that stand in a stretch of the text or touch it; found by halving. */
  demandesBetween(start: number, end: number): Demande[] {
    const { requests } = this.cut;
    let low = 0;
    let high = this.readings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((requests[middle]?.end ?? start) < start) low = middle + 1;
      else high = middle;
    }
    const found: Demande[] = [];
    for (let demande = this.demande(low); demande && demande.start <= end; demande = this.demande(++low)) {
      found.push(demande);
    }
    return found;
  }

  /** The request of that rank, from 0. */
  demande(rang: number): Demande | undefined {
    const { [rang]: reading } = this.readings;
    const { [rang]: place } = this.cut.requests;
    if (!reading || !place) return undefined;
    return this.made?.[rang] ?? new Demande(rang, place.start, place.end, reading, this.cut.source);
  }
}

/** The request around an offset of the whole text, found by halving; a request's two ends belong to it. */
export function demandeAt(dossier: Dossier, offset: number): Demande | undefined {
  const { requests } = dossier.cut;
  let low = 0;
  let high = dossier.readings.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = requests[middle];
    if (!place) break;
    if (offset < place.start) high = middle - 1;
    else if (offset > place.end) low = middle + 1;
    else return dossier.demande(middle);
  }
  return undefined;
}

/** What is said once for the whole file, and the offset that its part begins at. */
export interface ValueOfFile {
  readonly node: JsonNode;
  readonly base: number;
}

/** The value of a role in the envelope; in a file that is one request, in that request. */
export function valueOfFile(dossier: Dossier, role: Role): ValueOfFile | undefined {
  const whole = dossier.format.requestPath?.length === 0 ? dossier.demande(0) : undefined;
  const node = firstOf(whole?.part ?? dossier.enveloppe, role)?.node;
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
