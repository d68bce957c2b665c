import { isMessageKey, translate, type Langue } from '../messages/catalogue';
import { harmless } from '../messages/harmless';
import { formatJour } from './calendar-date';
import { parseIsoDay } from './day-count';
import type { Echeance } from './deadlines';
import type { Superseded } from './sourced';

/** Who is spoken to. */
export interface Reader {
  readonly langue: Langue;
}

/** "fermé"; a decree or a model is out rather than open. */
export function etatWord({ etat, sorte }: Echeance, { langue }: Reader): string {
  switch (etat) {
    case 'ouvert':
      return translate(langue, sorte === 'parution' ? 'regulation.etat.paru' : 'regulation.etat.ouvert');
    case 'fermé':
      return translate(langue, 'regulation.etat.ferme');
    case 'à venir':
      return translate(langue, 'regulation.etat.a-venir');
    case 'douteux':
      return translate(langue, 'regulation.etat.douteux');
    case 'inconnu':
      return translate(langue, 'regulation.etat.inconnu');
  }
}

/** "Fin des avances (date 4)". */
export function etapeWords({ etape }: Echeance, { langue }: Reader): string {
  return translate(langue, `regulation.etape.${etape}`);
}

/** A note of ours in the language of the run; a user's note as the user wrote it. */
export function noteWords(note: string | undefined, { langue }: Reader): string | undefined {
  if (note === undefined) return undefined;
  const key = `regulation.note.${note}`;
  return isMessageKey(key) ? translate(langue, key) : harmless(note);
}

/** "18/06/2025 (S0)". */
export function supersededText({ value, source }: Superseded): string {
  const [day = '', heure] = String(value).split('T');
  const jour = parseIsoDay(day);
  const written = jour ? [formatJour(jour), heure].filter(Boolean).join(' ') : harmless(String(value));
  return `${written} (${harmless(source.join(', '))})`;
}
