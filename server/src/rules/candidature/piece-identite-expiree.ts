import type { PieceEnrolement } from '../../dossier/candidature/enrolement';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { candidatureRule } from '../rule';

interface Expired {
  readonly piece: PieceEnrolement;
  readonly suffix: 'depot' | 'aujourdhui';
  readonly fin: CalendarDate;
  readonly jour: CalendarDate;
}

/** C11: the papers of identity are valid on the day of the enrolment. */
export const pieceIdentiteExpiree = candidatureRule<Expired>({
  code: 'piece-identite-expiree',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C11'],
  sources: ['S2'],
  detect: ({ enrolement: { dateDepot, dateValidation, pieces } }, { today }) => {
    const filed = dateDepot.valeur;
    // What the ASP has taken is over, and a day that cannot be read may be behind.
    const isOver = dateValidation.valeur !== undefined || dateDepot.illisible;
    const jour = filed ?? (isOver ? undefined : today);
    if (!jour) return [];
    return pieces.elements.flatMap((piece) => {
      const fin = piece.dateExpiration.valeur;
      const isExpired = isIdentity(piece) && fin !== undefined && dayCount(fin) < dayCount(jour);
      return isExpired ? [{ piece, suffix: filed ? 'depot' : 'aujourdhui', fin, jour }] : [];
    });
  },
  where: ({ piece }) => piece.dateExpiration.place,
  wording: ({ suffix, fin, jour }) => ({ suffix, params: { fin: formatJour(fin), date: formatJour(jour) } }),
});

function isIdentity({ type: { valeur } }: PieceEnrolement): boolean {
  return valeur === 'PIECE_IDENTITE' || valeur === 'PIECE_IDENTITE_TIERS';
}
