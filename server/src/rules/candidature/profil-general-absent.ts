import type { Candidature } from '../../dossier/candidature/candidature';
import { profilsObligatoires } from '../../regulation/candidature-attendue';
import { addItems } from './add-items';
import { nomDeProfil, PROFIL_GENERAL, profilVoisin } from './profils-lgc';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';

interface Absent {
  readonly suffix: 'candidature' | 'vague-1';
  readonly place: Span;
}

/** C13: the profile "Général" is mandatory where a text says so. An empty list is one that is not told yet. */
export const profilGeneralAbsent = candidatureRule<Absent>({
  code: 'profil-general-absent',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C13'],
  sources: ['S0', 'S1'],
  detect: (candidature) => [...absentHere(candidature), ...absentFromVague1(candidature)],
  where: ({ place }) => place,
  // What wave 1 held is over: its list is incomplete, no more.
  doubtful: ({ suffix }) => suffix === 'vague-1',
  wording: ({ suffix }) => ({ suffix }),
  fix: ({ suffix }, { profils, historiqueVague1 }) => {
    const edits =
      suffix === 'vague-1'
        ? addItems(historiqueVague1.profils, [PROFIL_GENERAL])
        : addItems(profils, [{ 'nom-profil': PROFIL_GENERAL, 'profil-optionnel': false }]);
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits }];
  },
});

function absentHere({ sons, profils }: Candidature): Absent[] {
  const name = sons.valeur ?? '';
  if (profils.illisible || !profilsObligatoires(name).includes(PROFIL_GENERAL)) return [];
  const noms = profils.elements.map(({ nom }) => nom.valeur ?? '');
  return lacksGeneral(noms, name === 'MDV-LGC-Va1') ? [{ suffix: 'candidature', place: profils.place }] : [];
}

function absentFromVague1({ sons, historiqueVague1: { referencee, profils } }: Candidature): Absent[] {
  if (sons.valeur !== 'MDV-LGC-Va2' || referencee.valeur === false || profils.illisible) return [];
  const noms = profils.elements.map(({ texte }) => texte);
  return lacksGeneral(noms, true) ? [{ suffix: 'vague-1', place: profils.place }] : [];
}

/** A name that is still to be written, or that `profil-inconnu` asks about, may be the missing one. */
function lacksGeneral(noms: readonly string[], isClosedList: boolean): boolean {
  const isSettled = (nom: string): boolean =>
    nom.trim() !== '' && (!isClosedList || nomDeProfil(nom) !== undefined);
  const isGeneral = (nom: string): boolean => (nomDeProfil(nom) ?? profilVoisin(nom)) === PROFIL_GENERAL;
  return noms.length > 0 && noms.every(isSettled) && !noms.some(isGeneral);
}
