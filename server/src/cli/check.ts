import { analyse } from '../analysis/analyse';
import type { Arguments } from './arguments';
import { AmongGiven } from './among-given';
import { examined } from './examined';
import { EXIT, type ExitCode } from './outcome';
import { presentMoment } from '../lsp/present-moment';
import { reporterFor } from './report/reporters';
import { uncheckedLines } from './report/summary';
import { inputOf, type Session } from './session';
import { Tally } from './tally';

/** `segur-sons check`: tells every finding of every file, changes nothing. */
export async function check(args: Arguments, session: Session): Promise<ExitCode> {
  const { report, maxWarnings, now = presentMoment() } = args;
  const { terminal, voice } = session;
  const reporter = reporterFor(report, terminal, voice);
  const tally = new Tally();
  const listed = await session.list(args, 'check');
  const among = await AmongGiven.of(listed, now);
  for await (const file of session.read(listed.files)) {
    const checked = examined(file.path, among.complete(file, analyse(inputOf(file, now))));
    if (checked.analysis.recognition.kind === 'format') reporter.file(checked);
    tally.add(checked, file.named);
  }
  reporter.end(tally, !session.failed);
  if (report !== 'pretty') for (const line of uncheckedLines(tally, voice)) session.note(line);
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
