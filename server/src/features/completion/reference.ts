import { referenceOf } from '../../dossier/beneficiaire';
import type { Dossier } from '../../dossier/dossier';
import { remembered } from '../../dossier/remembered';
import type { Format } from '../../formats/format';

/** The reference of a new request: the one after the last that ends with a number, `DPI-0003` behind `DPI-0002`. */
export function nextReference({ demandes, format }: Dossier): string {
  const references = demandes.flatMap((demande) => referenceIn(demande) ?? []);
  const last = references.at(-1);
  if (!last) return firstReference(format);
  const highest = references
    .filter(({ series }) => series === last.series)
    .reduce((most, { rank }) => (rank > most ? rank : most), 0);
  return last.series + String(highest + 1).padStart(last.width, '0');
}

const referenceIn = remembered((part) => numbered(referenceOf(part)));

/** `DPI-0001` for HOP-DPI-Va2. */
export function firstReference({ sons }: Format): string {
  return `${sons?.split('-')[1] ?? 'DEM'}-0001`;
}

function numbered(
  reference: string | undefined,
): { series: string; rank: number; width: number } | undefined {
  const match = /^(.*?)(\d{1,15})$/.exec(reference ?? '');
  const [, series, digits] = match ?? [];
  return series === undefined || digits === undefined
    ? undefined
    : { series, rank: Number(digits), width: digits.length };
}
