import { version } from '../../../../package.json';
import { agendaOf, type Agenda } from '../../regulation/agenda';
import type { DeadlinesReport } from './deadlines-report';
import type { Voice } from '../voice';

/** The dates that are still to come as a calendar file, and what has to be told beside it. */
export function deadlinesAsIcs(report: DeadlinesReport, voice: Voice): Agenda {
  return agendaOf({ ...report, version }, voice);
}
