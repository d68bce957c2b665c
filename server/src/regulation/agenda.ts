import { translate } from '../messages/catalogue';
import { dayCount } from './day-count';
import { etapeWords, noteWords, supersededText, type Reader } from './deadline-words';
import type { Echeance, Moment } from './deadlines';
import { icsOf, type CalendarEvent } from './ics';
import { momentText } from './moment-text';
import { parisTime, type EpochMinutes } from './paris-time';
import type { Regulation } from './regulation';

/** The dates of some SONS, seen from `now`; `version` is the product's. */
export interface AgendaInput {
  readonly all: readonly { readonly sons: string; readonly echeances: readonly Echeance[] }[];
  readonly now: EpochMinutes;
  readonly regulation: Regulation;
  readonly version: string;
}

/** A calendar file, empty when no date is to come, and what has to be told beside it. */
export interface Agenda {
  readonly text: string;
  readonly notes: readonly string[];
}

interface Dated extends Echeance {
  readonly moment: Moment;
}

/** The dates that are still to come as a calendar file. */
export function agendaOf({ all, now, regulation, version }: AgendaInput, reader: Reader): Agenda {
  const { langue } = reader;
  const today = dayCount(parisTime(now).jour);
  const echeances = all.flatMap((sons) => sons.echeances);
  const dated = echeances.filter((one): one is Dated => one.moment !== undefined);
  const coming = dated.filter(({ moment }) => dayCount(moment.jour) >= today);
  const doubtful = dated.filter(({ etat, sorte }) => etat === 'douteux' && sorte !== 'parution');
  const notes = [
    ...(coming.length === 0 ? [translate(langue, 'regulation.texte.ics-vide')] : []),
    ...doubtful.map((one) =>
      translate(
        langue,
        coming.includes(one) ? 'regulation.texte.ics-a-confirmer' : 'regulation.texte.ics-passee-a-confirmer',
        { echeance: title(one, reader), date: momentText(one.moment) },
      ),
    ),
    ...all.flatMap(({ sons, echeances: ofSons }) => unknownNote(sons, ofSons, reader)),
  ];
  const events = coming.map((one) => eventOf(one, regulation, reader));
  return { text: events.length === 0 ? '' : icsOf(events, { now, version }), notes };
}

function unknownNote(sons: string, echeances: readonly Echeance[], reader: Reader): string[] {
  const unknown = echeances.filter(({ etat }) => etat === 'inconnu');
  const etapes = unknown.map((one) => etapeWords(one, reader)).join(' ; ');
  return unknown.length === 0
    ? []
    : [translate(reader.langue, 'regulation.texte.inconnues', { sons, etapes })];
}

function eventOf(echeance: Dated, regulation: Regulation, reader: Reader): CalendarEvent {
  const { id, etat, held, moment } = echeance;
  const { langue } = reader;
  const summary = title(echeance, reader);
  const description = [
    ...held.source.map((code) =>
      translate(langue, 'regulation.texte.source', { source: sourceText(code, regulation) }),
    ),
    ...(held.origine === 'utilisateur' ? [translate(langue, 'regulation.texte.la-votre')] : []),
    ...(held.supersedes ?? []).map((one) =>
      translate(langue, 'regulation.texte.auparavant', { valeur: supersededText(one) }),
    ),
    noteWords(held.note, reader) ?? '',
  ].filter((line) => line !== '');
  return {
    uid: `${id}@segur-sons`,
    summary:
      etat === 'douteux' ? translate(langue, 'regulation.texte.a-confirmer', { echeance: summary }) : summary,
    description: description.join('\n'),
    at: moment.heure === undefined ? moment.jour : moment.instant,
  };
}

function title(echeance: Echeance, reader: Reader): string {
  return translate(reader.langue, 'regulation.texte.titre', {
    sons: echeance.sons,
    etape: etapeWords(echeance, reader),
  });
}

function sourceText(code: string, { sources }: Regulation): string {
  const { titre, adresse } = sources.get(code) ?? {};
  return [code, titre, adresse].filter(Boolean).join(', ');
}
