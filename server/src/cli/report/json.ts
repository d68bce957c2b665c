import { ALL_RULES } from '../../rules/all';
import { LineIndex } from '../../syntax/line-index';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { jsonText } from './json-text';
import { demandeOf, placeOf } from './place';
import type { Reporter } from './reporter';

const SOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  ALL_RULES.map(({ code, sources }) => [code, sources]),
);

/** One array for the whole run, one finding a line; lines and columns from 1, columns in UTF-16 units. */
export class JsonReporter implements Reporter {
  private readonly findings: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.findings = new Batches(terminal.out);
  }

  file(file: ExaminedFile): void {
    const index = new LineIndex(file.analysis.text);
    this.findings.add(file.findings, (found) => this.line(file, found, index));
  }

  end(): void {
    this.findings.end();
    this.terminal.out('\n');
  }

  private line(file: ExaminedFile, { located, fixable }: ExaminedFinding, index: LineIndex): string {
    const { finding } = located;
    return jsonText({
      file: file.path,
      code: finding.code,
      severity: finding.severity,
      ...placeOf(located, index),
      message: this.voice.message(finding.message),
      demande: demandeOf(file, located.demande),
      fixable,
      source: SOURCES.get(finding.code)?.join(', ') ?? null,
    });
  }
}
