import { mendAll, type Mended } from '../analysis/mend';
import { isMessageKey } from '../messages/catalogue';
import type { Arguments } from './arguments';
import { cannotRun, CannotRun, EXIT, type ExitCode } from './outcome';
import { presentMoment } from '../lsp/present-moment';
import type { EpochMinutes } from '../regulation/paris-time';
import { replaceFile } from './replace-file';
import { diffLines } from './report/diff';
import { NOTHING_MORE } from './report/reporter';
import { harmless, styleFor } from './report/style';
import { uncheckedLines } from './report/summary';
import { inputOf, type OpenedFile, type Session } from './session';
import { Tally } from './tally';
import { tellFile } from './told/tell-file';
import type { Forms, Voice } from './voice';

const CORRIGE: Forms = { un: 'cli.fix.corrige.un', plusieurs: 'cli.fix.corrige.plusieurs' };
const RESTE: Forms = { un: 'cli.fix.reste.un', plusieurs: 'cli.fix.reste.plusieurs' };

/** `segur-sons fix`: applies the safe fixes of every file; with `--dry-run`, shows them. */
export async function fix(args: Arguments, session: Session): Promise<ExitCode> {
  const { dryRun, now = presentMoment() } = args;
  const tally = new Tally();
  for await (const file of session.open(args, 'fix')) {
    try {
      await fixFile(file, { dryRun, now }, session, tally);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      session.complain(error);
    }
  }
  return finish(tally, dryRun, session);
}

async function fixFile(
  file: OpenedFile,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: EpochMinutes },
  session: Session,
  tally: Tally,
): Promise<void> {
  const { path, absolute, bytes, text, named, isUtf8 } = file;
  const input = inputOf(file, now);
  const mended = mendAll(input, { kinds: ['safe'] });
  const after = tellFile(path, mended.analysis, session.terminal, NOTHING_MORE);
  if (after.kind === 'format') {
    if (!isUtf8) throw cannotRun('cli.fix.pas-utf8', { fichier: path });
    if (!dryRun && mended.text !== text) await replaceFile(path, absolute, bytes, mended.text);
    session.terminal.out(told(file, mended, session, dryRun));
  }
  tally.add(after, named);
}

function finish(tally: Tally, dryRun: boolean, { terminal, voice, failed }: Session): ExitCode {
  const { error } = tally.findings;
  const lines = [
    ...(error > 0 ? [voice.count(error, RESTE)] : []),
    ...(dryRun ? [voice.say('cli.fix.essai')] : []),
    ...uncheckedLines(tally, voice),
  ];
  terminal.out(lines.map((line) => `${line}\n`).join(''));
  if (failed) return EXIT.couldNotRun;
  return error > 0 ? EXIT.findings : EXIT.clean;
}

/** What was mended in a file, by rule, and with a dry run the change itself. */
function told(
  file: OpenedFile,
  { text, done }: Mended,
  { terminal, voice }: Session,
  dryRun: boolean,
): string {
  const fichier = harmless(file.path);
  if (text === file.text) return `${voice.say('cli.fix.rien', { fichier })}\n`;
  const lines = [
    voice.count(sum(done.values()), CORRIGE, { fichier }),
    ...countsByRule(done, voice),
    ...(dryRun ? diffLines(file.path, file.text, text, styleFor(terminal.colours)) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function countsByRule(done: Mended['done'], voice: Voice): string[] {
  return [...done].map(([code, nombre]) => {
    const key = `regle.${code}.titre`;
    return `  ${voice.number(nombre)} × ${isMessageKey(key) ? voice.say(key) : code} [${code}]`;
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
