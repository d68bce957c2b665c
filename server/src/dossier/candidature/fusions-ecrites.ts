import { fusionConnue, type Fusions } from '../fusions';
import type { Candidature } from './candidature';

/** The mergers of a manifest that can be read. `fichier` is the manifest's name, without folders. */
export function fusionsEcrites({ fusions }: Candidature, fichier: string): Fusions {
  return fusions.elements.flatMap(({ type, moment, dateDeclaration, finessA, finessB, finessC }) => {
    const known = fusionConnue({
      type: type.valeur,
      moment: moment.valeur,
      // A day that cannot be read is another rule's matter: somebody did write one.
      declaree: dateDeclaration.valeur !== undefined || dateDeclaration.illisible,
      finess: [finessA.valeur, finessB.valeur, finessC.valeur],
      fichier,
    });
    return known ? [known] : [];
  });
}
