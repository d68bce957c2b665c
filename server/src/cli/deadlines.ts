import { deadlines } from '../regulation/deadlines';
import { allSons, vagueOf } from '../regulation/sons';
import type { Arguments } from './arguments';
import { cannotRun, EXIT, type ExitCode } from './outcome';
import { presentMoment } from '../lsp/present-moment';
import { deadlinesAsCsv } from './report/deadlines-csv';
import { deadlinesAsIcs } from './report/deadlines-ics';
import { deadlinesAsJson } from './report/deadlines-json';
import { prettyDeadlines } from './report/deadlines-pretty';
import type { DeadlinesReport } from './report/deadlines-report';
import type { Session } from './session';
import { WorkspaceRegulations } from './workspace-regulation';

/** `segur-sons deadlines`: the dates of the SONS asked for; without a name, those of the latest wave. */
export async function tellDeadlines(args: Arguments, session: Session): Promise<ExitCode> {
  if (args.ics && args.format !== 'pretty') throw cannotRun('cli.deadlines.ics-et-format');
  const regulation = await new WorkspaceRegulations(session.voice).from(session.terminal.folder);
  const known = allSons(regulation);
  const chosen = args.names.length === 0 ? latestWave(known) : chosenSons(args.names, known);
  const now = args.now ?? presentMoment();
  const report: DeadlinesReport = {
    all: chosen.map((sons) => ({ sons, echeances: deadlines(sons, now, regulation) })),
    now,
    regulation,
    leftOut: args.names.length === 0 ? known.filter((sons) => !chosen.includes(sons)) : [],
  };
  if (args.ics) {
    const { text, notes } = deadlinesAsIcs(report, session.voice);
    session.terminal.out(text);
    for (const note of notes) session.note(note);
  } else session.terminal.out(told(args.format, report, session));
  return EXIT.clean;
}

function told(format: Arguments['format'], report: DeadlinesReport, { terminal, voice }: Session): string {
  switch (format) {
    case 'json':
      return deadlinesAsJson(report, voice);
    case 'csv':
      return deadlinesAsCsv(report, voice);
    case 'pretty':
      return prettyDeadlines(report, voice, terminal);
  }
}

function latestWave(known: readonly string[]): readonly string[] {
  const latest = Math.max(...known.map((sons) => vagueOf(sons) ?? 0));
  return known.filter((sons) => vagueOf(sons) === latest);
}

/** `HOP-DPI-Va2`, or the beginning of several names: `HOP`, `mdv-lgc`. */
function chosenSons(names: readonly string[], known: readonly string[]): readonly string[] {
  const matches = names.map((nom) => {
    const wanted = nom.toLowerCase();
    const found = known.filter((sons) => `${sons.toLowerCase()}-`.startsWith(`${wanted}-`));
    if (found.length === 0) throw cannotRun('cli.deadlines.sons-inconnu', { nom, connus: known.join(', ') });
    return found;
  });
  return [...new Set(matches.flat())];
}
