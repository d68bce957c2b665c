import type { Severity } from '../../rules/finding';
import { LineIndex } from '../../syntax/line-index';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { Fingerprints } from './fingerprints';
import { jsonText } from './json-text';
import { pathForTools, placeOf } from './place';
import type { Reporter } from './reporter';
import { harmless } from './style';

/** The report of GitLab Code Quality: one array for the whole run. */
export class GitlabReporter implements Reporter {
  private readonly findings: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.findings = new Batches(terminal.out);
  }

  file(file: ExaminedFile): void {
    const index = new LineIndex(file.analysis.text);
    const path = pathForTools(file.path, this.terminal.folder);
    const fingerprints = new Fingerprints(file, path);
    this.findings.add(file.findings, (found) => this.line(path, found, index, fingerprints.of(found)));
  }

  end(): void {
    this.findings.end();
    this.terminal.out('\n');
  }

  private line(path: string, { located }: ExaminedFinding, index: LineIndex, fingerprint: string): string {
    const { finding } = located;
    const { line, endLine } = placeOf(located, index);
    return jsonText({
      description: harmless(this.voice.message(finding.message)),
      check_name: finding.code,
      fingerprint,
      severity: SEVERITY[finding.severity],
      location: { path, lines: { begin: line, end: endLine } },
    });
  }
}

/** GitLab has five degrees; its two gravest are for what endangers a running system. */
const SEVERITY: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};
