import { ALL_RULES } from '../../rules/all';
import type { Terminal } from '../terminal';
import { demandeOf, type ToldFile, type ToldFinding } from '../told/told-file';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { jsonText } from './json-text';
import { NOTHING_MORE, type Report, type Reporter } from './reporter';

const SOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  ALL_RULES.map(({ code, sources }) => [code, sources]),
);

/** One array for the whole run, one finding a line; lines and columns from 1, columns in UTF-16 units. */
class JsonReporter implements Reporter<undefined> {
  private readonly findings: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.findings = new Batches(terminal.out);
  }

  file(file: ToldFile<undefined>): void {
    this.findings.add(file.findings, (found) => this.line(file, found));
  }

  end(): void {
    this.findings.end();
    this.terminal.out('\n');
  }

  private line(
    file: ToldFile<undefined>,
    { finding, place, demande, fixable }: ToldFinding<undefined>,
  ): string {
    return jsonText({
      file: file.path,
      code: finding.code,
      severity: finding.severity,
      ...place,
      message: this.voice.message(finding.message),
      demande: demandeOf(file, demande),
      fixable,
      source: SOURCES.get(finding.code)?.join(', ') ?? null,
    });
  }
}

export const jsonReport: Report<undefined> = {
  more: NOTHING_MORE,
  reporter: (terminal, voice) => new JsonReporter(terminal, voice),
};
