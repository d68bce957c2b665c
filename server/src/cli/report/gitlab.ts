import type { Severity } from '../../rules/finding';
import type { Terminal } from '../terminal';
import type { ToldFile, ToldFinding } from '../told/told-file';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { Fingerprints, subjectOf } from './fingerprints';
import { jsonText } from './json-text';
import { pathForTools } from './place';
import type { Report, Reporter } from './reporter';
import { harmless } from './style';

/** The report of GitLab Code Quality: one array for the whole run. */
class GitlabReporter implements Reporter<string> {
  private readonly findings: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.findings = new Batches(terminal.out);
  }

  file(file: ToldFile<string>): void {
    const path = pathForTools(file.path, this.terminal.folder);
    const fingerprints = new Fingerprints();
    this.findings.add(file.findings, (found) => this.line(path, found, fingerprints.of(found.more)));
  }

  end(): void {
    this.findings.end();
    this.terminal.out('\n');
  }

  private line(path: string, { finding, place }: ToldFinding<string>, fingerprint: string): string {
    const { line, endLine } = place;
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

export const gitlabReport: Report<string> = {
  more: subjectOf,
  reporter: (terminal, voice) => new GitlabReporter(terminal, voice),
};
