import { referenceOf } from '../../dossier/beneficiaire';
import { ALL_RULES } from '../../rules/all';
import { LineIndex } from '../../syntax/line-index';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import type { Reporter } from './reporter';

/** How many findings go out in one write. */
const BATCH = 500;
const SOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  ALL_RULES.map(({ code, sources }) => [code, sources]),
);

/** One array for the whole run, one finding a line; lines and columns from 1, columns in UTF-16 units. */
export class JsonReporter implements Reporter {
  private started = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file(file: ExaminedFile): void {
    const index = new LineIndex(file.analysis.text);
    for (let from = 0; from < file.findings.length; from += BATCH) {
      const lines = file.findings.slice(from, from + BATCH).map((found) => this.line(file, found, index));
      this.terminal.out(`${this.started ? ',' : '['}\n${lines.join(',\n')}`);
      this.started = true;
    }
  }

  end(): void {
    this.terminal.out(this.started ? '\n]\n' : '[]\n');
  }

  private line(file: ExaminedFile, { located, fixable }: ExaminedFinding, index: LineIndex): string {
    const { finding, start, end } = located;
    const from = index.positionAt(start);
    const to = index.positionAt(end);
    return JSON.stringify({
      file: file.path,
      code: finding.code,
      severity: finding.severity,
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
      message: this.voice.message(finding.message),
      demande: demandeOf(file, located.demande),
      fixable,
      source: SOURCES.get(finding.code)?.join(', ') ?? null,
    });
  }
}

/** The request's own reference, else its rank from 1; null outside the requests. */
function demandeOf({ analysis }: ExaminedFile, rang: number | undefined): string | number | null {
  const demande = rang === undefined ? undefined : analysis.dossier?.demandes[rang];
  return demande ? (referenceOf(demande.part) ?? demande.rang + 1) : null;
}
