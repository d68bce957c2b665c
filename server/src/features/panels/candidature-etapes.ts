import { JALONS, avancementOf, type EtapeJalon, type Jalon } from '../../dossier/candidature/jalons';
import type { EtapeConvergence } from '../../dossier/candidature/parcours';
import type { StatutEtape } from '../../dossier/candidature/vocabulaire';
import { translate, type Langue } from '../../messages/catalogue';
import { formatJour } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import type { Echeance } from '../../regulation/deadlines';
import { etapeWords } from '../../regulation/deadline-words';
import { momentText } from '../../regulation/moment-text';
import {
  etatOf,
  onDay,
  progressionOf,
  rangee,
  sentences,
  type Contexte,
  type Etat,
  type Rangee,
  type Section,
} from './candidature-section';
import { remaining } from './remaining';

const ETATS: Readonly<Record<StatutEtape, Etat>> = {
  A_FAIRE: 'a-faire',
  EN_COURS: 'en-cours',
  TERMINEE: 'fait',
};

/** The four steps in Convergence. */
export function etapesSection(contexte: Contexte): Section {
  const { candidature, langue } = contexte;
  const rangees = candidature.etapes.map((etape) => etapeRangee(etape, contexte));
  return {
    id: 'etapes',
    titre: translate(langue, 'suivi.etapes'),
    resume: translate(langue, 'suivi.etapes.resume', {
      fait: rangees.filter((one) => one.etat === 'fait').length,
      total: rangees.length,
    }),
    progression: progressionOf(rangees),
    rangees,
  };
}

function etapeRangee(
  { role, bloc, statut, dateDepot, dateValidation }: EtapeConvergence,
  { places, langue }: Contexte,
): Rangee {
  return rangee(places.of(bloc), translate(langue, `role.${role}.nom`), etatOf(statut, ETATS, langue), {
    detail: sentences(
      onDay('suivi.depose-le', dateDepot, langue),
      onDay('suivi.valide-le', dateValidation, langue),
    ),
  });
}

/** The three dates of the SONS, and whether they are met. */
export function jalonsSection(contexte: Contexte): Section {
  const { candidature, echeances, langue } = contexte;
  const avancement = avancementOf(candidature);
  const rangees = JALONS.flatMap((etape) => {
    const echeance = echeances.find((one) => one.etape === etape);
    return echeance ? [jalonRangee(etape, avancement[etape], echeance, contexte)] : [];
  });
  return {
    id: 'jalons',
    titre: translate(langue, 'suivi.jalons'),
    resume: rangees.length === 0 ? translate(langue, 'suivi.jalons.aucun') : '',
    progression: progressionOf(rangees),
    rangees,
  };
}

/** The block that tells whether a date is met. */
const TELLS: Readonly<Record<EtapeJalon, number>> = { 'date-1': 1, 'date-2': 2, 'date-3': 2 };

function jalonRangee(etape: EtapeJalon, jalon: Jalon, echeance: Echeance, contexte: Contexte): Rangee {
  const { candidature, places, langue } = contexte;
  const told = candidature.etapes[TELLS[etape]];
  return rangee(
    places.of(told?.bloc ?? candidature.racine),
    etapeWords(echeance, { langue }),
    jalonEtat(jalon, echeance, langue),
    { detail: whenText(echeance, langue) },
  );
}

/** Met, missed or still open. A day after one that may have moved is nobody's fault. */
export function jalonEtat(
  { fait, jour }: Jalon,
  { moment, held, etat: state }: Echeance,
  langue: Langue,
): readonly [Etat, string] {
  const isSure = held.status === 'confirmé';
  if (fait === true) {
    if (jour && moment && isSure && dayCount(jour) > dayCount(moment.jour)) {
      return ['a-corriger', translate(langue, 'suivi.jalon.apres', { date: formatJour(jour) })];
    }
    const key = jour ? 'suivi.jalon.fait-le' : 'suivi.jalon.fait';
    return ['fait', translate(langue, key, { date: jour ? formatJour(jour) : '' })];
  }
  if (fait === undefined) return ['inconnu', translate(langue, 'suivi.etat.inconnu')];
  if (state === 'fermé') return ['a-corriger', translate(langue, 'suivi.jalon.depasse')];
  return ['a-faire', translate(langue, 'suivi.jalon.pas-encore')];
}

/** "10/09/2025 12:00 (il y a 438 jours), à confirmer". */
export function whenText({ moment, held }: Echeance, langue: Langue): string {
  if (!moment) return translate(langue, 'echeances.date-inconnue');
  const key = held.status === 'confirmé' ? 'suivi.quand' : 'suivi.quand.a-confirmer';
  return translate(langue, key, { date: momentText(moment), reste: remaining(moment.jours, langue) });
}
