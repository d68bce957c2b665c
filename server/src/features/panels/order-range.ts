import type { Range } from 'vscode-languageserver-types';
import { firstOf } from '../../dossier/part';
import { rangeOf, type CheckedDocument } from '../document';

/** Where the date of the order of a request stands (`rang` from 0), else the request's bracket; null for no request. */
export function orderRange({ document, analysis }: CheckedDocument, rang: number): Range | null {
  const demande = analysis.dossier?.demande(rang);
  if (!demande) return null;
  const { start, part } = demande;
  const node = firstOf(part, 'date-signature')?.node;
  if (!node) return rangeOf(document, { start, end: start + 1 });
  return rangeOf(document, { start: start + node.start, end: start + node.end });
}
