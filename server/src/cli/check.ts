import type { Arguments } from './arguments';
import { examine } from './examined';
import { EXIT, type ExitCode } from './outcome';
import { presentMoment } from '../lsp/present-moment';
import { JsonReporter } from './report/json';
import { PrettyReporter } from './report/pretty';
import type { Reporter } from './report/reporter';
import { uncheckedLines } from './report/summary';
import { inputOf, type Session } from './session';
import { Tally } from './tally';

/** `segur-sons check`: tells every finding of every file, changes nothing. */
export async function check(args: Arguments, session: Session): Promise<ExitCode> {
  const { format, maxWarnings, now = presentMoment() } = args;
  const { terminal, voice } = session;
  const reporter: Reporter =
    format === 'json' ? new JsonReporter(terminal, voice) : new PrettyReporter(terminal, voice);
  const tally = new Tally();
  for await (const file of session.open(args, 'check')) {
    const examined = examine(file.path, inputOf(file, now));
    if (examined.analysis.recognition.kind === 'format') reporter.file(examined);
    tally.add(examined, file.named);
  }
  reporter.end(tally);
  if (format === 'json') for (const line of uncheckedLines(tally, voice)) session.note(line);
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
