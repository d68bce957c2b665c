import { version } from '../../../../package.json';
import { dayCount } from '../../regulation/day-count';
import type { Echeance, Moment } from '../../regulation/deadlines';
import { icsOf, type CalendarEvent } from '../../regulation/ics';
import { momentText } from '../../regulation/moment-text';
import { parisTime } from '../../regulation/paris-time';
import type { Regulation } from '../../regulation/regulation';
import type { DeadlinesReport } from './deadlines-report';
import type { Voice } from '../voice';
import { etapeWords, noteWords, supersededText } from './deadline-words';

interface Dated extends Echeance {
  readonly moment: Moment;
}

/** The dates that are still to come as a calendar file, and what has to be told beside it. */
export function deadlinesAsIcs(
  { all, now, regulation }: DeadlinesReport,
  voice: Voice,
): { readonly text: string; readonly notes: readonly string[] } {
  const today = dayCount(parisTime(now).jour);
  const echeances = all.flatMap((sons) => sons.echeances);
  const dated = echeances.filter((one): one is Dated => one.moment !== undefined);
  const coming = dated.filter(({ moment }) => dayCount(moment.jour) >= today);
  const doubtful = dated.filter(({ etat, sorte }) => etat === 'douteux' && sorte !== 'parution');
  const notes = [
    ...(coming.length === 0 ? [voice.say('cli.deadlines.ics-vide')] : []),
    ...doubtful.map((one) =>
      voice.say(
        coming.includes(one) ? 'cli.deadlines.ics-a-confirmer' : 'cli.deadlines.ics-passee-a-confirmer',
        { echeance: title(one, voice), date: momentText(one.moment) },
      ),
    ),
    ...all.flatMap(({ sons, echeances: ofSons }) => unknownNote(sons, ofSons, voice)),
  ];
  const events = coming.map((one) => eventOf(one, regulation, voice));
  return { text: events.length === 0 ? '' : icsOf(events, { now, version }), notes };
}

function unknownNote(sons: string, echeances: readonly Echeance[], voice: Voice): string[] {
  const unknown = echeances.filter(({ etat }) => etat === 'inconnu');
  const etapes = unknown.map((one) => etapeWords(one, voice)).join(' ; ');
  return unknown.length === 0 ? [] : [voice.say('cli.deadlines.inconnues', { sons, etapes })];
}

function eventOf(echeance: Dated, regulation: Regulation, voice: Voice): CalendarEvent {
  const { id, etat, held, moment } = echeance;
  const summary = title(echeance, voice);
  const description = [
    ...held.source.map((code) => voice.say('cli.deadlines.source', { source: sourceText(code, regulation) })),
    ...(held.origine === 'utilisateur' ? [voice.say('cli.deadlines.la-votre')] : []),
    ...(held.supersedes ?? []).map((one) =>
      voice.say('cli.deadlines.auparavant', { valeur: supersededText(one) }),
    ),
    noteWords(held.note, voice) ?? '',
  ].filter((line) => line !== '');
  return {
    uid: `${id}@segur-sons`,
    summary: etat === 'douteux' ? voice.say('cli.deadlines.a-confirmer', { echeance: summary }) : summary,
    description: description.join('\n'),
    at: moment.heure === undefined ? moment.jour : moment.instant,
  };
}

function title(echeance: Echeance, voice: Voice): string {
  return voice.say('cli.deadlines.titre', { sons: echeance.sons, etape: etapeWords(echeance, voice) });
}

function sourceText(code: string, { sources }: Regulation): string {
  const { titre, adresse } = sources.get(code) ?? {};
  return [code, titre, adresse].filter(Boolean).join(', ');
}
