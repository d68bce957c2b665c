import { formatIsoDay } from '../../regulation/day-count';
import type { Echeance } from '../../regulation/deadlines';
import type { DeadlinesReport } from './deadlines-report';
import type { Voice } from '../voice';
import { csvText, type Cell } from '../../regulation/spreadsheet';
import { etapeWords, noteWords, supersededText } from '../../regulation/deadline-words';

const COLUMNS = [
  'sons',
  'etape',
  'libelle',
  'etat',
  'date',
  'heure',
  'jours_restants',
  'statut',
  'origine',
  'source',
  'date_source',
  'valeurs_anterieures',
  'note',
];

/** For a spreadsheet: a line of names, then one date a line. */
export function deadlinesAsCsv({ all }: DeadlinesReport, voice: Voice): string {
  const rows = all.flatMap(({ echeances }) => echeances.map((echeance) => cells(echeance, voice)));
  return csvText([COLUMNS, ...rows]);
}

function cells(echeance: Echeance, voice: Voice): readonly Cell[] {
  const { held, moment } = echeance;
  return [
    echeance.sons,
    echeance.etape,
    etapeWords(echeance, voice),
    echeance.etat,
    moment ? formatIsoDay(moment.jour) : '',
    moment?.heure ?? '',
    moment?.jours ?? '',
    held.status,
    held.origine,
    held.source.join(', '),
    held.asOf ?? '',
    (held.supersedes ?? []).map(supersededText).join(' ; '),
    noteWords(held.note, voice) ?? '',
  ];
}
