import type { Severity } from '../../rules/finding';
import type { Terminal } from '../terminal';
import type { ToldFile, ToldFinding } from '../told/told-file';
import type { Voice } from '../voice';
import { pathForTools } from './place';
import { NOTHING_MORE, type Report, type Reporter } from './reporter';
import { harmless } from './style';

/** Workflow commands of GitHub Actions: each finding becomes an annotation on its line. */
class GithubReporter implements Reporter<undefined> {
  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file(file: ToldFile<undefined>): void {
    const path = pathForTools(file.path, this.terminal.folder);
    this.terminal.out(file.findings.map((found) => `${this.line(path, found)}\n`).join(''));
  }

  end(): void {
    // Each line stands for itself.
  }

  private line(path: string, { finding, place }: ToldFinding<undefined>): string {
    const { line, column, endLine, endColumn } = place;
    const properties = {
      file: harmless(path),
      line,
      endLine,
      // On several lines, GitHub refuses columns.
      ...(line === endLine && { col: column, endColumn }),
      title: finding.code,
    };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${COMMAND[finding.severity]} ${written.join(',')}::${data(harmless(this.voice.message(finding.message)))}`;
  }
}

const COMMAND: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A value may hold what ends a command or begins another: GitHub reads it back from these forms. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const githubReport: Report<undefined> = {
  more: NOTHING_MORE,
  reporter: (terminal, voice) => new GithubReporter(terminal, voice),
};
