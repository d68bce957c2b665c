import type { Contexte } from '../../dossier/montants';
import { firstOf, textOf, type Part } from '../../dossier/part';
import { translate, type Langue } from '../../messages/catalogue';
import { formatJour, parseJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { deadlines, type Echeance } from '../../regulation/deadlines';
import type { Etape } from '../../regulation/etapes';
import { momentText } from '../../regulation/moment-text';
import { lastCompleteFile } from '../../regulation/order-window';
import type { Held } from '../../regulation/sourced';
import { sonsLabel } from '../sons-label';
import { plain } from './markdown';
import { documentLines, noteText, originText } from './origin';

/** The dates between which an order may be signed, and those that it is signed for. */
const SHOWN: readonly Etape[] = ['arrete', 'avance-ouverture', 'commandes-fin', 'avance-fin', 'date-2'];

/** When the order of a request may be signed, as far as it is known, in Markdown. */
export function signatureWindow(part: Part, { sons, regulation }: Contexte, langue: Langue): string {
  const title = translate(langue, 'survol.fenetre', {
    sons: sons === undefined ? translate(langue, 'sons.inconnu') : plain(sonsLabel(sons, langue)),
  });
  // Only the dates themselves are told: no clock is needed.
  const echeances = sons === undefined ? [] : deadlines(sons, 0, regulation);
  const shown = echeances.filter(({ etape }) => SHOWN.includes(etape));
  const signed = parseJour(textOf(firstOf(part, 'date-signature')?.node) ?? '');
  const end = shown.find(({ etape }) => etape === 'avance-fin');
  const limit = signed && lastCompleteFile(signed, regulation);
  const rule = regulation.enonces.get('commande.avant-fin-avance');
  const lines = [
    ...shown.map((one) => echeanceLine(one, langue)),
    ...(rule ? [translate(langue, 'survol.fenetre.fin') + originText([rule], langue)] : []),
    ...(signed && end?.moment ? [distance(signed, end.moment.jour, langue)] : []),
    ...(limit
      ? [
          translate(langue, 'survol.fenetre.delai', {
            jours: limit.held.value ?? '',
            jour: formatJour(limit.jour),
          }) + originText([limit.held], langue),
        ]
      : []),
  ];
  const dated = shown.flatMap(({ held, moment }) => [held, moment?.regleHoraire]);
  const values = [...dated, rule, limit?.held].filter((one) => one !== undefined);
  const documents = documentLines(values.map(withoutNote), regulation, langue);
  return [`**${title}**`, lines.map((line) => `- ${line}`).join('\n'), documents.join('\\\n')]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** "Fin des avances (date 4) : 17/12/2025 12:00 (S0, à confirmer). Sans doute reportée…" */
function echeanceLine({ etape, held, moment }: Echeance, langue: Langue): string {
  const date = moment ? momentText(moment) : translate(langue, 'survol.fenetre.inconnue');
  const line = translate(langue, 'survol.fenetre.date', {
    etape: translate(langue, `regulation.etape.${etape}`),
    date,
  });
  const rule = moment?.regleHoraire;
  const origin = moment ? originText(rule ? [held, rule] : [held], langue) : '';
  return line + origin + (held.note === undefined ? '' : `. ${noteText(held.note, langue)}`);
}

function distance(signed: CalendarDate, end: CalendarDate, langue: Langue): string {
  const jours = dayCount(end) - dayCount(signed);
  const params = { jour: formatJour(signed), jours: Math.abs(jours) };
  return translate(langue, jours < 0 ? 'survol.fenetre.apres' : 'survol.fenetre.avant', params);
}

/** Notes stand beside their date already. */
function withoutNote(held: Held<unknown>): Held<unknown> {
  const { note: _, ...rest } = held;
  return rest;
}
