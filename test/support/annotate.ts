import type { Analysis } from '../../server/src/analysis/analyse';
import { locatedFixes, type LocatedFinding } from '../../server/src/analysis/located';
import { fileNameOf } from '../../server/src/dossier/file-name';
import { say } from '../../server/src/messages/catalogue';
import { LineIndex } from '../../server/src/syntax/line-index';

/** Lines shown around an annotated one, and how long a stretch must be to be left out. */
const CONTEXT = 2;
const SHORTEST_ELISION = 6;
/** Room for `// `, so that marks stand exactly under what they mark. */
const MARGIN = '   ';

/** What is written under a line: where, what, and lines that follow it. */
export interface Mark {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly message: string;
  /** Links and fixes, one a line. */
  readonly after: readonly string[];
}

/**
 * A text with its findings written under its lines, in French, for a person to read in a diff:
 * `// ^^^^ [code] message`, then one line for each place that it links to and for each fix. Lines far from any finding are left out.
 */
export function annotate({ text, findings }: Analysis): string {
  const index = new LineIndex(text);
  return annotateWith(
    text,
    findings.map((located) => markOf(located, index)),
  );
}

/** The same, of findings that came another way: from an editor, or from the command line. */
export function annotateWith(text: string, marks: readonly Mark[]): string {
  const index = new LineIndex(text);
  const notes = new Map<number, string[]>();
  for (const mark of marks) {
    const { line } = index.positionAt(mark.start);
    notes.set(line, [...(notes.get(line) ?? []), ...note(mark, index)]);
  }
  const last = index.positionAt(text.length).line;
  const shown: string[] = [];
  let skipped: string[] = [];
  const flush = (): void => {
    if (skipped.length < SHORTEST_ELISION) shown.push(...skipped);
    else shown.push(`// … ${skipped.length} lignes sans constat`);
    skipped = [];
  };
  for (let line = 0; line <= last; line++) {
    const written = visible(MARGIN + index.lineText(line)).trimEnd();
    if (!nearNote(notes, line)) {
      skipped.push(written);
      continue;
    }
    flush();
    shown.push(written, ...(notes.get(line) ?? []));
  }
  flush();
  return `${shown.join('\n').trimEnd()}\n`;
}

/** Control characters as the signs that stand for them. */
function visible(line: string): string {
  return line.replace(/[\x00-\x08\x0B-\x1F]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)));
}

function nearNote(notes: ReadonlyMap<number, unknown>, line: number): boolean {
  for (let near = line - CONTEXT; near <= line + CONTEXT; near++) if (notes.has(near)) return true;
  return false;
}

function note({ start: from, end: to, code, message, after }: Mark, index: LineIndex): string[] {
  const start = index.positionAt(from);
  const end = index.positionAt(to);
  const lineText = index.lineText(start.line);
  const blank = lineText.slice(0, start.character).replace(/[^\t]/g, ' ');
  const goesOn = end.line > start.line;
  const length = (goesOn ? lineText.length : end.character) - start.character;
  const marks = `${'^'.repeat(Math.max(length, 1))}${goesOn ? '…' : ''}`;
  return [`// ${blank}${marks} [${code}] ${message}`, ...after.map((line) => `// ${blank}  ${line}`)];
}

function markOf(located: LocatedFinding, index: LineIndex): Mark {
  const { finding, start, end } = located;
  const links = (finding.related ?? []).map(({ uri, start: from, message }) => {
    const here = index.positionAt(from + start - finding.start).line + 1;
    const place = uri === undefined ? `ligne ${here}` : `${fileNameOf(uri)}, caractère ${from}`;
    return `↪ ${place} : ${say('fr', message)}`;
  });
  const fixes = locatedFixes(located).map(
    (fix) => `→ ${fix.kind === 'safe' ? 'sûr' : 'à confirmer'} : ${say('fr', fix.title)}`,
  );
  return { start, end, code: finding.code, message: say('fr', finding.message), after: [...links, ...fixes] };
}
