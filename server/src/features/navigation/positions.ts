import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { mentionAt, mentionCount, mentionAround, type FileSummary } from '../../dossier/summary';

/** What turns offsets into lines and columns. */
export type Positions = Pick<TextDocument, 'positionAt'>;

/** Line and column of each mention of a file, two numbers each: for when its text is not held any more. */
export function placesOfMentions(summary: FileSummary, document: Positions): Uint32Array {
  const places = new Uint32Array(2 * mentionCount(summary));
  for (let rank = 0; rank < mentionCount(summary); rank++) {
    const { line, character } = document.positionAt(mentionAt(summary, rank).start);
    places.set([line, character], 2 * rank);
  }
  return places;
}

/** Positions in a file without its text: right inside mentions, which stand on one line; the first line elsewhere. */
export function positionsFrom(summary: FileSummary, places: Uint32Array): Positions {
  return {
    positionAt: (offset): Position => {
      const mention = mentionAround(summary, offset);
      if (!mention) return { line: 0, character: 0 };
      const [line = 0, character = 0] = places.subarray(2 * mention.rank);
      return { line, character: character + offset - mention.start };
    },
  };
}
