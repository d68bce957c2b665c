import { isMessageKey } from '../../messages/catalogue';
import { nextDeadline, type Echeance, type Etat } from '../../regulation/deadlines';
import { momentText } from '../../regulation/moment-text';
import type { DeadlinesReport, SonsDeadlines } from './deadlines-report';
import type { Terminal } from '../terminal';
import type { Forms, Voice } from '../voice';
import { etapeWords, etatWord, noteWords, supersededText } from '../../regulation/deadline-words';
import { harmless, styleFor, wrap, type Style } from './style';

const INDENT = '  ';
const DETAIL = '      ';
const LEFT: Forms = { un: 'regulation.texte.reste.un', plusieurs: 'regulation.texte.reste.plusieurs' };
const AGO: Forms = { un: 'regulation.texte.passe.un', plusieurs: 'regulation.texte.passe.plusieurs' };

/** For a person: a table a SONS, what is doubtful or was replaced under its date, and the sources at the end. */
export function prettyDeadlines(report: DeadlinesReport, voice: Voice, terminal: Terminal): string {
  const style = styleFor(terminal.colours);
  const width = terminal.width;
  const lines = [
    ...report.all.flatMap((sons) => [...sonsLines(sons, report, voice, { style, width }), '']),
    ...footer(report, voice, width),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

interface Look {
  readonly style: Style;
  readonly width: number | undefined;
}

function sonsLines(
  { sons, echeances }: SonsDeadlines,
  { now }: DeadlinesReport,
  voice: Voice,
  { style, width }: Look,
): string[] {
  const key = `sons.${sons}`;
  const next = nextDeadline(echeances, now);
  const known = echeances.filter(({ moment }) => moment !== undefined);
  const rows = known.map((echeance) => columns(echeance, voice));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `${style.bold(harmless(sons))}${isMessageKey(key) ? ` ${style.dim(voice.say(key))}` : ''}`,
    ...known.flatMap((echeance, rank) => {
      const [first = '', ...others] = (rows[rank] ?? []).map((cell, column) =>
        cell.padEnd(widths[column] ?? 0),
      );
      const etat = paint(echeance.etat, etatWord(echeance, voice), style);
      const mark = echeance === next ? '> ' : INDENT;
      const row = [first, ...others, etat, harmless(echeance.held.source.join(', '))].join('  ');
      return [
        mark + row,
        ...details(echeance, voice).flatMap((line) => indented(line, width).map(style.dim)),
      ];
    }),
    ...unknownLines(echeances, voice).flatMap((line, rank) =>
      indented(line, width, rank === 0 ? INDENT : DETAIL),
    ),
  ];
}

function columns(echeance: Echeance, voice: Voice): readonly [string, string, string] {
  const { moment } = echeance;
  if (!moment) return [etapeWords(echeance, voice), '', ''];
  const date = momentText(moment) + (moment.regleHoraire ? ' *' : '');
  const jours = Math.abs(moment.jours);
  const left =
    moment.jours === 0
      ? voice.say('regulation.texte.aujourd-hui')
      : voice.count(jours, moment.jours > 0 ? LEFT : AGO);
  return [etapeWords(echeance, voice), date, left];
}

function details({ held }: Echeance, voice: Voice): string[] {
  return [
    ...(held.origine === 'utilisateur' ? [voice.say('regulation.texte.la-votre')] : []),
    ...(held.supersedes ?? []).map((one) =>
      voice.say('regulation.texte.auparavant', { valeur: supersededText(one) }),
    ),
    ...(held.inferred && held.note === undefined ? [voice.say('regulation.texte.deduite')] : []),
    ...[noteWords(held.note, voice) ?? ''].filter((note) => note !== ''),
  ];
}

/** Unknown dates in one line, then what is known about them all the same, once. */
function unknownLines(echeances: readonly Echeance[], voice: Voice): string[] {
  const unknown = echeances.filter(({ etat }) => etat === 'inconnu');
  if (unknown.length === 0) return [];
  const etapes = unknown.map((one) => etapeWords(one, voice)).join(' ; ');
  const all = unknown.length === echeances.length;
  return [
    all ? voice.say('regulation.texte.aucune-connue') : voice.say('cli.deadlines.inconnues-ici', { etapes }),
    ...new Set(unknown.flatMap((one) => details(one, voice))),
  ];
}

function footer(
  { all, regulation, leftOut }: DeadlinesReport,
  voice: Voice,
  width: number | undefined,
): string[] {
  const shown = all.flatMap(({ echeances }) => echeances);
  const codes = new Set(
    shown.flatMap(({ held }) => [held, ...(held.supersedes ?? [])].flatMap(({ source }) => source)),
  );
  const sources = [...codes].sort().flatMap((code) => {
    const document = regulation.sources.get(code);
    return document ? [`${INDENT}${code.padEnd(4)} ${document.titre}`] : [];
  });
  return [
    ...(shown.some(({ moment }) => moment?.regleHoraire)
      ? wrap(voice.say('cli.deadlines.heure-generale'), width)
      : []),
    ...wrap(voice.say('cli.deadlines.paris'), width),
    ...(leftOut.length > 0
      ? wrap(
          voice.say('cli.deadlines.autres', { sons: leftOut.join(', '), exemple: leftOut[0] ?? '' }),
          width,
        )
      : []),
    ...(sources.length > 0 ? [voice.say('cli.deadlines.sources'), ...sources] : []),
  ];
}

function indented(line: string, width: number | undefined, indent = DETAIL): string[] {
  return wrap(line, width === undefined ? undefined : width - DETAIL.length).map((part) => indent + part);
}

function paint(etat: Etat, text: string, style: Style): string {
  switch (etat) {
    case 'ouvert':
      return style.green(text);
    case 'fermé':
      return style.dim(text);
    case 'à venir':
      return style.blue(text);
    case 'douteux':
    case 'inconnu':
      return style.yellow(text);
  }
}
