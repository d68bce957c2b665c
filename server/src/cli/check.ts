import { analyse } from '../analysis/analyse';
import { presentMoment } from '../lsp/present-moment';
import { AmongGiven } from './among-given';
import type { Arguments } from './arguments';
import { examined } from './examined';
import { exceptionNotes } from './exceptions';
import { EXIT, type ExitCode } from './outcome';
import { reporterFor } from './report/reporters';
import { uncheckedLines } from './report/summary';
import { SeenExceptions } from './seen-exceptions';
import { inputOf, type Session } from './session';
import { withStandardInput } from './standard-input';
import { Tally } from './tally';
import { watch, type Memos } from './watch';

/** `segur-sons check`: tells every finding of every file, changes nothing. With `--watch`, again at each change. */
export function check(args: Arguments, session: Session): Promise<ExitCode> {
  return args.watch ? watch(args, session, checkOnce) : checkOnce(args, session, new Map());
}

async function checkOnce(args: Arguments, session: Session, memos: Memos): Promise<ExitCode> {
  const { report, maxWarnings, now = presentMoment() } = args;
  const { terminal, voice } = session;
  const { names, given } = withStandardInput(args, terminal);
  const listed = await session.list({ ...args, names }, 'check', given);
  const reporter = reporterFor(report, terminal, voice);
  const tally = new Tally();
  const among = await AmongGiven.of(listed, now);
  const seen = new SeenExceptions(among, now);
  for await (const file of session.read(listed.files)) {
    const alone = analyse(inputOf(file, now), memos.get(file.absolute));
    memos.set(file.absolute, alone.memo);
    const analysis = among.complete(file, alone);
    seen.see(file, analysis);
    const checked = examined(file.path, analysis);
    if (checked.analysis.recognition.kind === 'format') reporter.file(checked);
    tally.add(checked, file.named);
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
