import type { FileAmongOthers } from '../../dossier/neighbours';
import { workspaceRule } from '../rule';
import { soldesWithReference, type SoldeWithReference } from './avance-of';

interface Alone extends SoldeWithReference {
  readonly sons: string;
}

/**
 * A05: a solde follows its avance. Told only where the avances of this SONS are kept too, and all of them were read:
 * an avance that is elsewhere is not known to be missing.
 */
export const avanceIntrouvable = workspaceRule<Alone>({
  code: 'avance-introuvable',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['A05'],
  sources: ['S2'],
  detect: (file) => {
    const { sons } = file.summary;
    if (sons === undefined || !file.neighbours.isWholeAround(file.uri)) return [];
    if (!file.neighbours.holds(sons, 'avance')) return [];
    return [...soldesWithReference(file)]
      .filter(({ reference }) => !hasAvance(reference.text, file))
      .map((solde) => ({ ...solde, sons }));
  },
  where: ({ reference }) => reference,
  wording: ({ reference, sons }) => ({ params: { reference: reference.text, sons } }),
});

/** An avance of the same reference for another SONS is somebody's slip, but it is there. */
function hasAvance(reference: string, { uri, neighbours }: FileAmongOthers): boolean {
  return neighbours.placesOf('reference', reference, uri).some(({ summary }) => summary.etape === 'avance');
}
