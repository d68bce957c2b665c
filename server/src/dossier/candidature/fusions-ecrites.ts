import { fusionConnue, type FusionConnue, type Fusions } from '../fusions';
import type { Candidature } from './candidature';
import type { Fusion } from './financement';

/** The mergers of a manifest that can be read. `fichier` is the manifest's name, without folders. */
export function fusionsEcrites({ fusions }: Candidature, fichier: string): Fusions {
  return fusions.elements.flatMap((fusion) => fusionEcrite(fusion, fichier) ?? []);
}

/** Undefined for a merger that lacks its kind or one of its numbers. */
export function fusionEcrite(
  { type, moment, dateDeclaration, finessA, finessB, finessC }: Fusion,
  fichier: string,
): FusionConnue | undefined {
  return fusionConnue({
    type: type.valeur,
    moment: moment.valeur,
    // A day that cannot be read is another rule's matter: somebody did write one.
    declaree: dateDeclaration.valeur !== undefined || dateDeclaration.illisible,
    finess: [finessA.valeur, finessB.valeur, finessC.valeur],
    fichier,
  });
}
