import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Location,
} from 'vscode-languageserver-types';
import type { LocatedFinding } from '../analysis/located';
import { say, translate, type Langue } from '../messages/catalogue';
import type { Severity } from '../rules/finding';
import type { Span } from '../syntax/nodes';
import { rangeOf, type CheckedDocument } from './document';

/** VS Code keeps 1,000 diagnostics a file and drops the rest unseen: we drop fewer, and say so. */
const MOST_OF_ONE_RULE = 100;

export interface DiagnosticOptions {
  /** Folder of the rules' pages, as a URI without a final slash; no link to a page without it. */
  readonly pages: string | undefined;
  /** Rules left out because another tool of the editor says the same. */
  readonly without: ReadonlySet<string>;
  /** Where a stretch of another file stands for this client; nothing for a client that shows no such link. */
  readonly locate?: (uri: string, span: Span) => Location | undefined;
}

/** What findings are shown in: a whole text, or only what tells its lines. */
export interface ShownFile extends Pick<CheckedDocument, 'langue'> {
  readonly document: Pick<CheckedDocument['document'], 'positionAt' | 'uri'>;
}

/** The findings of a file as the editor shows them. */
export function diagnosticsOf(checked: CheckedDocument, options: DiagnosticOptions): Diagnostic[] {
  return asDiagnostics(checked, checked.analysis.findings, options);
}

/** These findings of a file as the editor shows them. */
export function asDiagnostics(
  file: ShownFile,
  findings: readonly LocatedFinding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  const { shown, hidden } = groupRepeats(
    findings.filter(({ finding }) => !options.without.has(finding.code)),
  );
  return shown.map((located) => toDiagnostic(file, located, options, hidden.get(located) ?? 0));
}

/** Keeps the first findings of each rule; the last one kept stands for those behind it. */
function groupRepeats(findings: readonly LocatedFinding[]): {
  shown: LocatedFinding[];
  hidden: Map<LocatedFinding, number>;
} {
  const counts = new Map<string, { seen: number; last: LocatedFinding }>();
  const hidden = new Map<LocatedFinding, number>();
  const shown: LocatedFinding[] = [];
  for (const located of findings) {
    const count = counts.get(located.finding.code) ?? { seen: 0, last: located };
    counts.set(located.finding.code, count);
    count.seen++;
    if (count.seen > MOST_OF_ONE_RULE) hidden.set(count.last, count.seen - MOST_OF_ONE_RULE);
    else {
      count.last = located;
      shown.push(located);
    }
  }
  return { shown, hidden };
}

/** One finding as a diagnostic; `hidden` findings of the same rule are behind it and not shown. */
export function toDiagnostic(
  { document, langue }: ShownFile,
  located: LocatedFinding,
  options: DiagnosticOptions,
  hidden = 0,
): Diagnostic {
  const { finding } = located;
  const related = relatedOf(document, located, langue, options);
  return {
    range: rangeOf(document, located),
    severity: SEVERITIES[finding.severity],
    source: 'segur',
    code: finding.code,
    ...(options.pages === undefined
      ? {}
      : { codeDescription: { href: `${options.pages}/${finding.code}.md` } }),
    message: say(langue, finding.message) + (hidden > 0 ? ` ${hiddenNote(langue, hidden)}` : ''),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data: finding.facts,
  };
}

function relatedOf(
  document: ShownFile['document'],
  { finding, start: from }: LocatedFinding,
  langue: Langue,
  { locate }: DiagnosticOptions,
): DiagnosticRelatedInformation[] {
  if (!locate) return [];
  const base = from - finding.start;
  return (finding.related ?? []).flatMap(({ uri, start, end, message }) => {
    const location =
      uri === undefined
        ? { uri: document.uri, range: rangeOf(document, { start: start + base, end: end + base }) }
        : locate(uri, { start, end });
    return location ? [{ location, message: say(langue, message) }] : [];
  });
}

function hiddenNote(langue: Langue, nombre: number): string {
  return translate(langue, 'constats.autres', { nombre });
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
