import { isMessageKey } from '../../messages/catalogue';
import { formatJour } from '../../regulation/calendar-date';
import { parseIsoDay } from '../../regulation/day-count';
import type { Echeance } from '../../regulation/deadlines';
import type { Superseded } from '../../regulation/sourced';
import type { Voice } from '../voice';
import { harmless } from './style';

/** "fermé"; a decree or a model is out rather than open. */
export function etatWord({ etat, sorte }: Echeance, voice: Voice): string {
  switch (etat) {
    case 'ouvert':
      return voice.say(sorte === 'parution' ? 'regulation.etat.paru' : 'regulation.etat.ouvert');
    case 'fermé':
      return voice.say('regulation.etat.ferme');
    case 'à venir':
      return voice.say('regulation.etat.a-venir');
    case 'douteux':
      return voice.say('regulation.etat.douteux');
    case 'inconnu':
      return voice.say('regulation.etat.inconnu');
  }
}

/** "Fin des avances (date 4)". */
export function etapeWords({ etape }: Echeance, voice: Voice): string {
  return voice.say(`regulation.etape.${etape}`);
}

/** A note of ours in the language of the run; a user's note as the user wrote it. */
export function noteWords(note: string | undefined, voice: Voice): string | undefined {
  if (note === undefined) return undefined;
  const key = `regulation.note.${note}`;
  return isMessageKey(key) ? voice.say(key) : harmless(note);
}

/** "18/06/2025 (S0)". */
export function supersededText({ value, source }: Superseded): string {
  const [day = '', heure] = String(value).split('T');
  const jour = parseIsoDay(day);
  const written = jour ? [formatJour(jour), heure].filter(Boolean).join(' ') : harmless(String(value));
  return `${written} (${harmless(source.join(', '))})`;
}
