import type { Severity } from '../../rules/finding';
import { LineIndex } from '../../syntax/line-index';
import type { ExaminedFile } from '../examined';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { placeOf } from './place';
import type { Reporter } from './reporter';
import { harmless } from './style';

/**
 * One finding a line, `file:line:column: severity: message [code]`: what Vim, Emacs and the problem matchers of VS Code
 * read. The severity is a word of theirs, in either language.
 */
export class UnixReporter implements Reporter {
  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file({ path, analysis, findings }: ExaminedFile): void {
    const index = new LineIndex(analysis.text);
    const lines = findings.map(({ located }) => {
      const { line, column } = placeOf(located, index);
      const { severity, message, code } = located.finding;
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
