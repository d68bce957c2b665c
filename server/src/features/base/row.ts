import type { Location, Position } from 'vscode-languageserver-types';
import type { CheckedDocument } from '../document';
import { finessAt } from '../finess-at';
import { modelPlaceAt } from '../place';

/** The row of the base that the FINESS at `position` names, in a CSV at `uri`; a workbook has no place to go to. */
export function baseRowAt(
  { document, analysis: { base }, analysis }: CheckedDocument,
  position: Position,
  uri: string | undefined,
): Location | null {
  if (!base || uri === undefined || base.source.feuille !== undefined) return null;
  const place = modelPlaceAt(analysis, document.offsetAt(position));
  const numero = place && finessAt(place);
  const found = numero === undefined ? undefined : base.find(numero);
  if (!found) return null;
  const start = { line: found.ligne - 1, character: 0 };
  return { uri, range: { start, end: start } };
}
