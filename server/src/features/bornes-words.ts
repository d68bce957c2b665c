import { sourcesOf } from '../dossier/chiffre';
import { translate, type Langue } from '../messages/catalogue';
import { harmless } from '../messages/harmless';
import { formatJour, type CalendarDate } from '../regulation/calendar-date';
import type { OrderBounds } from '../regulation/order-bounds';
import { lastCompleteFile, type Borne } from '../regulation/order-window';
import type { Regulation } from '../regulation/regulation';

/** The last admissible day, then the limit of 120 days, one sentence each; `oldest` is the first order of the file. */
export function boundsSentences(
  { fin, complet, premier }: Omit<OrderBounds, 'arrete'>,
  oldest: CalendarDate | undefined,
  regulation: Regulation,
  langue: Langue,
): string[] {
  return [lastDay(fin, langue), ...delay(complet, premier, oldest, regulation, langue)];
}

function lastDay(fin: Borne | undefined, langue: Langue): string {
  if (!fin) return translate(langue, 'echeances.borne.fin-inconnue');
  const isSure = fin.held.status === 'confirmé';
  return translate(langue, isSure ? 'echeances.borne.fin' : 'echeances.borne.fin-a-confirmer', {
    jour: formatJour(fin.jour),
    source: cited(fin),
  });
}

function delay(
  complet: CalendarDate | undefined,
  premier: Borne | undefined,
  oldest: CalendarDate | undefined,
  regulation: Regulation,
  langue: Langue,
): string[] {
  if (complet && premier) {
    return [
      translate(langue, 'echeances.borne.complet', {
        complet: formatJour(complet),
        limite: formatJour(premier.jour),
        jours: premier.held.value ?? '',
        source: cited(premier),
      }),
    ];
  }
  const limite = oldest && lastCompleteFile(oldest, regulation);
  // Without a rule there is no limit to speak of.
  if (!oldest || !limite) return [];
  return [
    translate(langue, 'echeances.borne.complet-inconnu', {
      jours: limite.held.value ?? '',
      date: formatJour(oldest),
      limite: formatJour(limite.jour),
      source: cited(limite),
    }),
  ];
}

function cited({ held }: Borne): string {
  return harmless(sourcesOf([held]).join(', '));
}
