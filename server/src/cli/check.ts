import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { checkFiles } from './checks/check-files';
import type { Memos } from './checks/look';
import { helpersFor, type Threads } from './checks/threads';
import { exceptionNotes } from './exceptions';
import { EXIT, type ExitCode } from './outcome';
import type { Report } from './report/reporter';
import { withReport } from './report/reporters';
import { uncheckedLines } from './report/summary';
import { SeenExceptions } from './seen-exceptions';
import type { Session } from './session';
import { withStandardInput } from './standard-input';
import { Tally } from './tally';
import { watch } from './watch';

/** `segur-sons check`: tells every finding of every file, changes nothing. With `--watch`, again at each change. */
export function check(args: Arguments, session: Session, threads: Threads | undefined): Promise<ExitCode> {
  return args.watch
    ? watch(args, session, (again, round, memos) => checkOnce(again, round, { memos }))
    : checkOnce(args, session, { threads });
}

/** What makes a check faster: what an earlier one left, or other threads, which have nothing of it. */
type Means =
  | { readonly memos: Memos; readonly threads?: never }
  | { readonly memos?: never; readonly threads: Threads | undefined };

function checkOnce(args: Arguments, session: Session, means: Means): Promise<ExitCode> {
  return withReport(args.report, (report) => checkAs(report, args, session, means));
}

async function checkAs<M>(
  { more, reporter: reporterFor }: Report<M>,
  args: Arguments,
  session: Session,
  { memos, threads }: Means,
): Promise<ExitCode> {
  const { report, base, maxWarnings, now = presentMoment() } = args;
  const { terminal, voice } = session;
  const { names, given } = withStandardInput(args, terminal);
  const listed = await session.list({ ...args, names }, 'check', given);
  const reporter = reporterFor(terminal, voice);
  const tally = new Tally();
  const seen = new SeenExceptions(now);
  const { folder, width } = terminal;
  const eye = { looks: { folder, width }, more, now, memos };
  const task = { report, looks: eye.looks, langue: voice.langue, now, base };
  // Another thread cannot read what is written to this one.
  const helpers = threads && given.length === 0 ? await helpersFor<M>(listed.files, threads, task) : [];
  for await (const { file, told, isWholeAround } of checkFiles(listed, session, eye, helpers)) {
    seen.see(file, told, isWholeAround);
    if (told.kind === 'format') reporter.file(told);
    tally.add(told, file.named);
  }
  reporter.end(tally, !session.failed);
  if (report !== 'pretty') for (const line of uncheckedLines(tally, voice)) session.note(line);
  for (const line of exceptionNotes(await seen.all(terminal.folder), voice)) session.note(line);
  return exitCode(tally, maxWarnings, session);
}

function exitCode({ findings }: Tally, limite: number | undefined, session: Session): ExitCode {
  const tooMany = limite !== undefined && findings.warning > limite;
  if (tooMany) {
    session.note(session.voice.say('cli.trop-d-avertissements', { nombre: findings.warning, limite }));
  }
  if (session.failed) return EXIT.couldNotRun;
  return tooMany || findings.error > 0 ? EXIT.findings : EXIT.clean;
}
