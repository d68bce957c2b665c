import type { Candidature } from '../../dossier/candidature/candidature';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import type { Span } from '../../syntax/nodes';
import type { DossierCircumstances } from '../circumstances';
import { candidatureRule } from '../rule';
import { dossierExigible } from './dossier-complet';
import { isNewcomer } from './nouvel-entrant';

interface Missing {
  readonly suffix: 'a-planifier' | 'absente' | 'passee';
  readonly place: Span;
  readonly jour: CalendarDate | undefined;
}

/** C07: who was not referenced in wave 1 has a visit on the INS. No text gives its last day. */
export const visiteInsManquante = candidatureRule<Missing>({
  code: 'visite-ins-manquante',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C07', 'C15'],
  sources: ['S0'],
  detect: (candidature, circumstances) => {
    if (!isNewcomer(candidature)) return [];
    const suffix = slipOf(candidature, circumstances);
    const { statut, date } = candidature.visiteIns;
    if (suffix === undefined) return [];
    const { place } = suffix === 'passee' ? date : statut;
    return [{ suffix, place, jour: date.valeur }];
  },
  where: ({ place }) => place,
  wording: ({ suffix, jour }) => ({ suffix, params: jour ? { date: formatJour(jour) } : {} }),
});

function slipOf(
  candidature: Candidature,
  circumstances: DossierCircumstances,
): Missing['suffix'] | undefined {
  const { statut, date } = candidature.visiteIns;
  const { today } = circumstances;
  switch (statut.valeur) {
    case 'A_PLANIFIER':
      return hasBegunEvidence(candidature) ? 'a-planifier' : undefined;
    case 'PLANIFIEE':
      return date.valeur && today && dayCount(date.valeur) < dayCount(today) ? 'passee' : undefined;
    case undefined:
      return !statut.illisible && dossierExigible(candidature, circumstances) ? 'absente' : undefined;
    default:
      return undefined;
  }
}

function hasBegunEvidence({ etapes }: Candidature): boolean {
  return etapes.some(
    ({ role, statut }) =>
      role === 'etape-preuves' && (statut.valeur === 'EN_COURS' || statut.valeur === 'TERMINEE'),
  );
}
