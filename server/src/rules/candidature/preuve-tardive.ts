import type { Champ } from '../../dossier/candidature/bloc';
import type { Chapitre } from '../../dossier/candidature/parcours';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { isDoubtful } from '../calendrier/cited';
import { candidatureRule } from '../rule';
import { dateLimite, isBehind, limiteWords, type DateLimite } from './date-limite';

interface Late {
  readonly nom: string;
  readonly champ: Champ<CalendarDate>;
  readonly jour: CalendarDate;
  readonly limite: DateLimite;
}

/** C05: no evidence is filed again after date 3. */
export const preuveTardive = candidatureRule<Late>({
  code: 'preuve-tardive',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C05'],
  sources: ['S0'],
  detect: (candidature, circumstances) => {
    const limite = dateLimite(candidature, 'date-3', circumstances);
    return limite ? candidature.chapitres.elements.flatMap((chapitre) => lateIn(chapitre, limite)) : [];
  },
  where: ({ champ }) => champ.place,
  doubtful: ({ limite }) => isDoubtful(limite.held),
  wording: ({ nom, jour, limite }) => {
    const { suffix, params } = limiteWords(limite);
    return { suffix, params: { ...params, nom, date: formatJour(jour) } };
  },
});

/** One remark for each piece of evidence; one on the chapter where no piece of it explains its day. */
function lateIn({ nom, dateDepot, preuves }: Chapitre, limite: DateLimite): Late[] {
  const late = (name: string | undefined, ...champs: readonly Champ<CalendarDate>[]): Late[] =>
    champs
      .flatMap((champ) => {
        const jour = champ.valeur;
        return jour && isBehind(jour, limite) ? [{ nom: name ?? '?', champ, jour, limite }] : [];
      })
      .slice(0, 1);
  const pieces = preuves.elements.flatMap((preuve) =>
    late(preuve.nom.valeur, preuve.dateDernierDepot, preuve.dateDepot),
  );
  return pieces.length > 0 ? pieces : late(nom.valeur, dateDepot);
}
