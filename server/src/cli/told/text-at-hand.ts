import { LineIndex } from '../../syntax/line-index';
import type { Span } from '../../syntax/nodes';
import { placeOf, type Place } from '../report/place';

/** Where a report goes, as far as it shows in what is taken from a text. */
export interface Looks {
  /** Where the command runs. */
  readonly folder: string;
  /** Columns to fit into; undefined when nothing is to be cut. */
  readonly width: number | undefined;
}

/** A file's text, for as long as what a report tells of it is taken from it. */
export class TextAtHand {
  readonly index: LineIndex;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly looks: Looks,
    /** The reference of the request of that rank. */
    readonly referenceAt: (rang: number | undefined) => string | undefined,
  ) {
    this.index = new LineIndex(text);
  }

  placeOf(span: Span): Place {
    return placeOf(span, this.index);
  }
}
