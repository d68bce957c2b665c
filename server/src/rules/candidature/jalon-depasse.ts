import type { Candidature } from '../../dossier/candidature/candidature';
import { avancementOf, JALONS, type EtapeJalon } from '../../dossier/candidature/jalons';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { candidatureRule } from '../rule';
import { dateLimite, isBehind, isOver, limiteWords, type DateLimite } from './date-limite';
import { isReferenced } from './dossier-complet';

interface Missed {
  readonly jalon: EtapeJalon;
  readonly limite: DateLimite;
  /** When it was done all the same; undefined for what is still missing. */
  readonly jour: CalendarDate | undefined;
  readonly place: Span;
}

/** C02: what dates 1, 2 and 3 ask for is done before their hour. The first that is missed explains the others. */
export const jalonDepasse = candidatureRule<Missed>({
  code: 'jalon-depasse',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C02'],
  sources: ['S0'],
  detect: (candidature, circumstances) =>
    isReferenced(candidature)
      ? []
      : JALONS.flatMap((jalon) => missed(jalon, candidature, circumstances)).slice(0, 1),
  where: ({ place }) => place,
  // What was done late is done: the ANS says what becomes of it.
  doubtful: ({ jour, limite }) => jour !== undefined || isDoubtful(limite.held),
  wording: ({ jalon, jour, limite }) => {
    const { suffix, params } = limiteWords(limite);
    if (!jour) return { suffix: `${jalon}.${suffix}`, params };
    return {
      suffix: `apres.${suffix}`,
      params: { ...params, date: formatJour(jour), rang: jalon.slice(-1) },
    };
  },
});

function missed(jalon: EtapeJalon, candidature: Candidature, circumstances: DossierCircumstances): Missed[] {
  const limite = dateLimite(candidature, jalon, circumstances);
  const { fait, jour } = avancementOf(candidature)[jalon];
  if (!limite || fait === undefined) return [];
  // The day of the validation is the ANS's own: behind date 3, it is nobody's lateness.
  const wasLate = jalon !== 'date-3' && jour !== undefined && isBehind(jour, limite);
  const isLate = fait ? wasLate : isOver(limite, circumstances.now);
  return isLate ? [{ jalon, limite, jour: fait ? jour : undefined, place: placeOf(jalon, candidature) }] : [];
}

function placeOf(jalon: EtapeJalon, { etapes, dateDossierComplet, racine }: Candidature): Span {
  const [depot, eligibilite, preuves] = etapes;
  if (jalon === 'date-2') return dateDossierComplet.place;
  if (jalon === 'date-3') return preuves?.statut.place ?? racine.place;
  const unfiled = [depot, eligibilite].find((etape) => etape?.dateDepot.valeur === undefined);
  return (unfiled ?? eligibilite)?.dateDepot.place ?? racine.place;
}
