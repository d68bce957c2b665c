import type { Distributeur } from '../../dossier/candidature/enrolement';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';

interface Lacking {
  readonly suffix: 'declaration' | 'contrat' | 'mandat';
  readonly place: Span;
  readonly nom: string;
}

/** C12: a distributor is declared, holds the contract with the final client, and a mandate of the publisher. */
export const distributeurSansMandat = candidatureRule<Lacking>({
  code: 'distributeur-sans-mandat',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C12'],
  sources: ['S1', 'S2'],
  detect: ({ distributeurs }) => distributeurs.elements.flatMap(lackingOf),
  where: ({ place }) => place,
  wording: ({ suffix, nom }) => ({ suffix, params: { nom } }),
});

function lackingOf(distributeur: Distributeur): Lacking[] {
  const { declare, contratClient, mandat, raisonSociale } = distributeur;
  const nom = raisonSociale.valeur ?? '?';
  return [
    ...(declare.valeur === false ? [{ suffix: 'declaration', place: declare.place, nom } as const] : []),
    ...(contratClient.valeur === false
      ? [{ suffix: 'contrat', place: contratClient.place, nom } as const]
      : []),
    ...(hasNoMandate(distributeur) ? [{ suffix: 'mandat', place: mandat.fichier.place, nom } as const] : []),
  ];
}

/** Of one that is declared, neither a file nor a day is told. Before, the mandate may still come. */
function hasNoMandate({ declare, mandat: { fichier, dateDocument } }: Distributeur): boolean {
  const isNothing = [fichier, dateDocument].every(
    ({ valeur, illisible }) => valeur === undefined && !illisible,
  );
  return declare.valeur === true && isNothing;
}
