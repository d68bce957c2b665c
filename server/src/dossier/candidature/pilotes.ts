import type { Liste } from './bloc';
import type { Pilote } from './financement';

/** How many orders these are: one that is told twice counts once. */
export function ordersOf(pilotes: readonly Pilote[]): number {
  return new Set(pilotes.map((pilote) => pilote.referenceDemande.valeur?.trim() ?? pilote)).size;
}

/** True for a pilot whose report of installation is told, or may be. */
export function mayHaveReport({ procesVerbal: { fichier, dateDocument } }: Pilote): boolean {
  return [fichier, dateDocument].some(({ valeur, illisible }) => valeur !== undefined || illisible);
}

/** How many pilot orders have their report; undefined where the manifest has no list of them that can be read. */
export function pilotesProuves({ node, illisible, elements }: Liste<Pilote>): number | undefined {
  return node === undefined || illisible ? undefined : ordersOf(elements.filter(mayHaveReport));
}
