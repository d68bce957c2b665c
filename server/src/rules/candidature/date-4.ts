import type { Candidature } from '../../dossier/candidature/candidature';
import type { CalendarDate } from '../../regulation/calendar-date';
import { vagueOf } from '../../regulation/sons';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { dateLimite, isBehind, isOver, type DateLimite } from './date-limite';
import { isReferenced } from './dossier-complet';

/** What stands between a candidature and its requests for an avance once date 4 is past. */
export interface MissedDate4 {
  readonly manque: 'referencement' | 'enrolement' | 'apres';
  readonly limite: DateLimite;
  /** When it was done all the same. */
  readonly jour: CalendarDate | undefined;
  readonly place: Span;
}

/**
 * Date 4 ends the requests for an avance. An anticipated enrolment opens the simulator and the models alone; a
 * definitive one comes with the certificate of the referencing. What the manifest does not tell is not missing.
 */
export function missedDate4(
  candidature: Candidature,
  circumstances: DossierCircumstances,
): MissedDate4 | undefined {
  const { sons, etapes, enrolement } = candidature;
  const limite = dateLimite(candidature, 'avance-fin', circumstances);
  if (!limite || vagueOf(sons.valeur ?? '') !== 2) return undefined;
  const { type, dateDepot } = enrolement;
  const jour = type.valeur === 'DEFINITIF' ? dateDepot.valeur : undefined;
  if (jour) {
    // What was done is not held against a date that may have moved.
    const isLate = isBehind(jour, limite) && !isDoubtful(limite.held);
    return isLate ? { manque: 'apres', limite, jour, place: dateDepot.place } : undefined;
  }
  if (!isOver(limite, circumstances.now)) return undefined;
  if (isReferenced(candidature)) {
    if (type.valeur !== 'ANTICIPE') return undefined;
    return { manque: 'enrolement', limite, jour, place: type.place };
  }
  const convention = etapes.find(({ role }) => role === 'etape-convention');
  if (convention?.statut.valeur === undefined) return undefined;
  return { manque: 'referencement', limite, jour, place: convention.statut.place };
}
