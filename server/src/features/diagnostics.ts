import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver-types';
import type { LocatedFinding } from '../analysis/located';
import { say, translate, type Langue } from '../messages/catalogue';
import type { Severity } from '../rules/finding';
import { rangeOf, type CheckedDocument } from './document';

/** VS Code keeps 1,000 diagnostics a file and drops the rest unseen: we drop fewer, and say so. */
const MOST_OF_ONE_RULE = 100;

export interface DiagnosticOptions {
  /** Folder of the rules' pages, as a URI without a final slash; no link to a page without it. */
  readonly pages: string | undefined;
  /** Rules left out because another tool of the editor says the same. */
  readonly without: ReadonlySet<string>;
  /** The client shows the other places that a finding is about. */
  readonly related: boolean;
}

/** The findings of a file as the editor shows them. */
export function diagnosticsOf(checked: CheckedDocument, options: DiagnosticOptions): Diagnostic[] {
  const { shown, hidden } = groupRepeats(
    checked.analysis.findings.filter(({ finding }) => !options.without.has(finding.code)),
  );
  return shown.map((located) => toDiagnostic(checked, located, options, hidden.get(located) ?? 0));
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
  { document, langue }: CheckedDocument,
  located: LocatedFinding,
  options: DiagnosticOptions,
  hidden = 0,
): Diagnostic {
  const { finding } = located;
  return {
    range: rangeOf(document, located),
    severity: SEVERITIES[finding.severity],
    source: 'segur',
    code: finding.code,
    ...(options.pages === undefined
      ? {}
      : { codeDescription: { href: `${options.pages}/${finding.code}.md` } }),
    message: say(langue, finding.message) + (hidden > 0 ? ` ${hiddenNote(langue, hidden)}` : ''),
    ...(options.related && finding.related
      ? { relatedInformation: relatedOf(document, langue, located) }
      : {}),
    data: finding.facts,
  };
}

function relatedOf(
  document: TextDocument,
  langue: Langue,
  { finding, start }: LocatedFinding,
): DiagnosticRelatedInformation[] {
  const base = start - finding.start;
  return (finding.related ?? []).map((place) => ({
    location: {
      uri: document.uri,
      range: rangeOf(document, { start: place.start + base, end: place.end + base }),
    },
    message: say(langue, place.message),
  }));
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
