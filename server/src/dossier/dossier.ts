import type { Format } from '../formats/format';
import type { CutDocument } from '../syntax/document';
import type { Part } from './part';

/** One request and where it stands in its file. */
export interface Demande {
  /** From 0. */
  readonly rang: number;
  readonly start: number;
  readonly end: number;
  readonly part: Part;
}

/** One file of requests. */
export interface Dossier {
  readonly format: Format;
  readonly cut: CutDocument;
  readonly enveloppe: Part;
  readonly demandes: readonly Demande[];
}
