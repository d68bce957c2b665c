import { utcText } from '../../regulation/paris-time';
import type { Echeance } from '../../regulation/deadlines';
import type { DeadlinesReport } from './deadlines-report';
import type { Voice } from '../voice';
import { jsonText } from './json-text';
import { formatIsoDay } from '../../regulation/day-count';
import { etapeWords, noteWords } from '../../regulation/deadline-words';

const KINDS = { parution: 'publication', ouverture: 'opening', cloture: 'closing' } as const;

/** One array, one date a line. States and statuses are those of the data, whatever the language. */
export function deadlinesAsJson(report: DeadlinesReport, voice: Voice): string {
  const lines = report.all.flatMap(({ echeances }) =>
    echeances.map((echeance) => jsonText(record(echeance, report, voice))),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

function record(echeance: Echeance, { regulation }: DeadlinesReport, voice: Voice): unknown {
  const { held, moment } = echeance;
  return {
    id: echeance.id,
    sons: echeance.sons,
    step: echeance.etape,
    label: etapeWords(echeance, voice),
    kind: KINDS[echeance.sorte],
    state: echeance.etat,
    date: moment ? formatIsoDay(moment.jour) : null,
    time: moment?.heure ?? null,
    timeFrom: moment?.regleHoraire?.id ?? null,
    instant: moment ? utcText(moment.instant) : null,
    daysLeft: moment?.jours ?? null,
    status: held.status,
    inferred: held.inferred ?? false,
    origin: held.origine,
    source: held.source.map((code) => {
      const { titre, adresse } = regulation.sources.get(code) ?? {};
      return { code, title: titre ?? null, url: adresse ?? null };
    }),
    asOf: held.asOf ?? null,
    supersedes: held.supersedes ?? [],
    note: noteWords(held.note, voice) ?? null,
  };
}
