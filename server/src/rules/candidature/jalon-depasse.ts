import type { Candidature } from '../../dossier/candidature/candidature';
import { avancementOf, isFiled, JALONS, type EtapeJalon } from '../../dossier/candidature/jalons';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { candidatureRule } from '../rule';
import { missedDate4 } from './date-4';
import { dateLimite, isBehind, isOver, limiteWords, type DateLimite } from './date-limite';
import { isReferenced } from './dossier-complet';

interface Missed {
  /** The part of the key that says what is missed. */
  readonly suffix: string;
  readonly rang: string;
  readonly limite: DateLimite;
  /** When it was done all the same; undefined for what is still missing. */
  readonly jour: CalendarDate | undefined;
  readonly place: Span;
}

/** C02: what dates 1, 2, 3 and 4 ask for is done before their hour. The first that is missed explains the others. */
export const jalonDepasse = candidatureRule<Missed>({
  code: 'jalon-depasse',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C02'],
  sources: ['S0', 'S2'],
  detect: (candidature, circumstances) =>
    [
      ...(isReferenced(candidature)
        ? []
        : JALONS.flatMap((jalon) => missed(jalon, candidature, circumstances))),
      ...lateForDate4(candidature, circumstances),
    ].slice(0, 1),
  where: ({ place }) => place,
  // What was done late is done: the ANS says what becomes of it.
  doubtful: ({ jour, limite }) => jour !== undefined || isDoubtful(limite.held),
  wording: ({ suffix: missing, rang, jour, limite }) => {
    const { suffix, params } = limiteWords(limite);
    const done = jour ? { date: formatJour(jour), rang } : {};
    return { suffix: `${missing}.${suffix}`, params: { ...params, ...done } };
  },
});

function missed(jalon: EtapeJalon, candidature: Candidature, circumstances: DossierCircumstances): Missed[] {
  const limite = dateLimite(candidature, jalon, circumstances);
  const { fait, jour } = avancementOf(candidature)[jalon];
  if (!limite || fait === undefined) return [];
  // The day of the validation is the ANS's own: behind date 3, it is nobody's lateness.
  const wasLate = jalon !== 'date-3' && jour !== undefined && isBehind(jour, limite);
  const isLate = fait ? wasLate : isOver(limite, circumstances.now);
  if (!isLate) return [];
  const place = jalon === 'date-1' ? placeOfDate1(candidature, limite) : placeOf(jalon, candidature);
  const done = fait ? jour : undefined;
  return [{ suffix: done ? 'apres' : jalon, rang: jalon.slice(-1), limite, jour: done, place }];
}

function lateForDate4(candidature: Candidature, circumstances: DossierCircumstances): Missed[] {
  const late = missedDate4(candidature, circumstances);
  return late ? [{ ...late, suffix: `date-4.${late.manque}`, rang: '4' }] : [];
}

function placeOf(jalon: EtapeJalon, { etapes, dateDossierComplet, racine }: Candidature): Span {
  if (jalon === 'date-2') return dateDossierComplet.place;
  return etapes.find(({ role }) => role === 'etape-preuves')?.statut.place ?? racine.place;
}

/** The step that is not filed, or was too late. */
function placeOfDate1({ etapes, racine }: Candidature, limite: DateLimite): Span {
  const both = etapes.slice(0, 2);
  const unfiled = both.find((etape) => isFiled(etape) !== true);
  const late = both.find(({ dateDepot: { valeur } }) => valeur !== undefined && isBehind(valeur, limite));
  return (unfiled ?? late)?.dateDepot.place ?? racine.place;
}
