import type { Champ } from '../../dossier/candidature/bloc';
import type { Candidature } from '../../dossier/candidature/candidature';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { candidatureRule } from '../rule';
import { dateLimite, isBehind, isOver, limiteWords, type DateLimite } from './date-limite';
import { isDeclaredComplete } from './dossier-complet';

interface Late {
  readonly slip: 'premier' | 'absent' | 'corrige';
  readonly champ: Champ<CalendarDate>;
  readonly limite: DateLimite;
}

/** C09: the first report comes before date 2, a corrected one until date 3. */
export const intrusionTardive = candidatureRule<Late>({
  code: 'intrusion-tardive',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C09'],
  sources: ['S0'],
  detect: (candidature, circumstances) => [
    ...first(candidature, circumstances),
    ...corrected(candidature, circumstances),
  ],
  where: ({ champ }) => champ.place,
  doubtful: ({ limite }) => isDoubtful(limite.held),
  wording: ({ slip, champ, limite }) => {
    const { suffix, params } = limiteWords(limite);
    const date = champ.valeur ? { date: formatJour(champ.valeur) } : {};
    return { suffix: `${slip}.${suffix}`, params: { ...params, ...date } };
  },
});

/** A file that is told complete had its report, whether or not its day is written down. */
function first(candidature: Candidature, circumstances: DossierCircumstances): Late[] {
  const { bloc, datePremierRapport: champ } = candidature.intrusion;
  const limite = dateLimite(candidature, 'date-2', circumstances);
  if (!limite) return [];
  if (champ.valeur) return isBehind(champ.valeur, limite) ? [{ slip: 'premier', champ, limite }] : [];
  const isUnknown = champ.illisible || !bloc.existe || isDeclaredComplete(candidature);
  return !isUnknown && isOver(limite, circumstances.now) ? [{ slip: 'absent', champ, limite }] : [];
}

function corrected(candidature: Candidature, circumstances: DossierCircumstances): Late[] {
  const champ = candidature.intrusion.dateRapportCorrige;
  const limite = dateLimite(candidature, 'date-3', circumstances);
  const isLate = limite && champ.valeur && isBehind(champ.valeur, limite);
  return isLate ? [{ slip: 'corrige', champ, limite }] : [];
}
