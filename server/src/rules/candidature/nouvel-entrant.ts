import type { Champ } from '../../dossier/candidature/bloc';
import { candidatureRule } from '../rule';

interface Mutualised {
  readonly suffix: 'mutualisee' | 'distincte';
  readonly champ: Champ<boolean>;
}

/** C15: a mutualised PFI is a newcomer whatever wave 1 made of it, and has a candidature of its own. */
export const nouvelEntrant = candidatureRule<Mutualised>({
  code: 'nouvel-entrant',
  famille: 'candidature',
  severity: 'information',
  inventaire: ['C15'],
  sources: ['S0'],
  detect: ({ sons, solution: { pfiMutualisee: champ }, historiqueVague1: { referencee } }) => {
    if (champ.valeur !== true) return [];
    if (sons.valeur === 'HOP-DPI-Va2') return [{ suffix: 'distincte', champ }];
    const isTreatedAsNew = sons.valeur === 'HOP-PFI-Va2' && referencee.valeur === true;
    return isTreatedAsNew ? [{ suffix: 'mutualisee', champ }] : [];
  },
  where: ({ champ }) => champ.place,
  wording: ({ suffix }) => ({ suffix }),
});
