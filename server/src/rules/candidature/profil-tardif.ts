import type { Profil } from '../../dossier/candidature/parcours';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { removeChild } from '../../syntax/edits';
import { isDoubtful } from '../calendrier/cited';
import { candidatureRule } from '../rule';
import { dateLimite, isBehind, limiteWords, type DateLimite } from './date-limite';

interface Late {
  readonly profil: Profil;
  readonly jour: CalendarDate;
  readonly limite: DateLimite;
}

/** C04: no optional profile is added after date 2. */
export const profilTardif = candidatureRule<Late>({
  code: 'profil-tardif',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C04'],
  sources: ['S0'],
  detect: (candidature, circumstances) => {
    const limite = dateLimite(candidature, 'date-2', circumstances);
    if (!limite) return [];
    return candidature.profils.elements.flatMap((profil) => {
      const jour = profil.dateAjout.valeur;
      const isLate = profil.optionnel.valeur === true && jour !== undefined && isBehind(jour, limite);
      return isLate ? [{ profil, jour, limite }] : [];
    });
  },
  where: ({ profil }) => profil.dateAjout.place,
  doubtful: ({ limite }) => isDoubtful(limite.held),
  wording: ({ profil, jour, limite }) => {
    const { suffix, params } = limiteWords(limite);
    return { suffix, params: { ...params, profil: profil.nom.valeur ?? '?', date: formatJour(jour) } };
  },
  fix: ({ profil }, { part }) => {
    const { node } = profil.bloc;
    if (!node) return [];
    const params = { profil: profil.nom.valeur ?? '?' };
    return [{ kind: 'unsafe', edits: [removeChild(part.fragment, node)], params }];
  },
});
