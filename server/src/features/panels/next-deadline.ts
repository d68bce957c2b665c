import { isMessageKey, translate } from '../../messages/catalogue';
import { etapeWords } from '../../regulation/deadline-words';
import { deadlines, nextDeadline } from '../../regulation/deadlines';
import { momentText } from '../../regulation/moment-text';
import type { EcheancesInput } from './echeances-model';
import { stillDue } from './jalons-du-manifeste';
import { remaining } from './remaining';

/** The nearest last day of the file's SONS, for the status bar. */
export interface NextDeadline {
  /** "Avances : 10/11/2026 12:00 (dans 3 j)". */
  readonly texte: string;
  readonly detail: string;
}

/** Null when the file has no SONS, or when no last day to come is known. */
export function nextDeadlineText(input: EcheancesInput): NextDeadline | null {
  const { now, regulation, sonsDuFichier: sons, avancement, langue } = input;
  const known = sons === undefined ? [] : deadlines(sons, now, regulation);
  const next = nextDeadline(stillDue(known, avancement), now);
  if (!next?.moment) return null;
  const { jours } = next.moment;
  const etape = etapeWords(next, { langue });
  const court = `echeances.court.${next.etape}`;
  const place = {
    etape: isMessageKey(court) ? translate(langue, court) : etape,
    date: momentText(next.moment),
    reste: jours === 0 ? remaining(0, langue) : translate(langue, 'echeances.barre.jours', { jours }),
  };
  const doubtful = next.etat === 'douteux';
  return {
    texte: translate(langue, doubtful ? 'echeances.barre.a-confirmer' : 'echeances.barre', place),
    detail: translate(langue, doubtful ? 'echeances.barre.detail.a-confirmer' : 'echeances.barre.detail', {
      sons: next.sons,
      etape,
      date: place.date,
      reste: remaining(jours, langue),
    }),
  };
}
