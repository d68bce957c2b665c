import { analyse } from '../analysis/analyse';
import type { Arguments } from './arguments';
import { AmongGiven } from './among-given';
import { examined } from './examined';
import { exceptionNotes } from './exceptions';
import { EXIT, type ExitCode } from './outcome';
import { presentMoment } from '../lsp/present-moment';
import { JsonReporter } from './report/json';
import { PrettyReporter } from './report/pretty';
import type { Reporter } from './report/reporter';
import { uncheckedLines } from './report/summary';
import { SeenExceptions } from './seen-exceptions';
import { inputOf, type Session } from './session';
import { Tally } from './tally';

/** `segur-sons check`: tells every finding of every file, changes nothing. */
export async function check(args: Arguments, session: Session): Promise<ExitCode> {
  const { format, maxWarnings, now = presentMoment() } = args;
  const { terminal, voice } = session;
  const reporter: Reporter =
    format === 'json' ? new JsonReporter(terminal, voice) : new PrettyReporter(terminal, voice);
  const tally = new Tally();
  const listed = await session.list(args, 'check');
  const among = await AmongGiven.of(listed, now);
  const seen = new SeenExceptions(among, now);
  for await (const file of session.read(listed.files)) {
    const analysis = among.complete(file, analyse(inputOf(file, now)));
    seen.see(file, analysis);
    const checked = examined(file.path, analysis);
    if (checked.analysis.recognition.kind === 'format') reporter.file(checked);
    tally.add(checked, file.named);
  }
  reporter.end(tally);
  if (format === 'json') for (const line of uncheckedLines(tally, voice)) session.note(line);
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
