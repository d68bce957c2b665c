import type { Severity } from '../../rules/finding';
import type { Terminal } from '../terminal';
import type { ToldFile } from '../told/told-file';
import type { Voice } from '../voice';
import { NOTHING_MORE, type Report, type Reporter } from './reporter';
import { harmless } from './style';

/**
 * One finding a line, `file:line:column: severity: message [code]`: what Vim, Emacs and the problem matchers of VS Code
 * read. The severity is a word of theirs, in either language.
 */
class UnixReporter implements Reporter<undefined> {
  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file({ path, findings }: ToldFile<undefined>): void {
    const lines = findings.map(({ finding: { severity, message, code }, place: { line, column } }) => {
      const said = harmless(this.voice.message(message));
      return `${harmless(path)}:${line}:${column}: ${WORD[severity]}: ${said} [${code}]\n`;
    });
    this.terminal.out(lines.join(''));
  }

  end(): void {
    // Each line stands for itself.
  }
}

const WORD: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

export const unixReport: Report<undefined> = {
  more: NOTHING_MORE,
  reporter: (terminal, voice) => new UnixReporter(terminal, voice),
};
