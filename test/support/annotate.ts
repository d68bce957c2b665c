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

/**
 * A text with its findings written under its lines, in French, for a person to read in a diff:
 * `// ^^^^ [code] message`, then one line for each place that it links to and for each fix. Lines far from any finding are left out.
 */
export function annotate({ text, findings }: Analysis): string {
  const index = new LineIndex(text);
  const notes = new Map<number, string[]>();
  for (const located of findings) {
    const { line } = index.positionAt(located.start);
    notes.set(line, [...(notes.get(line) ?? []), ...note(located, index)]);
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

function note(located: LocatedFinding, index: LineIndex): string[] {
  const start = index.positionAt(located.start);
  const end = index.positionAt(located.end);
  const lineText = index.lineText(start.line);
  const blank = lineText.slice(0, start.character).replace(/[^\t]/g, ' ');
  const goesOn = end.line > start.line;
  const length = (goesOn ? lineText.length : end.character) - start.character;
  const marks = `${'^'.repeat(Math.max(length, 1))}${goesOn ? '…' : ''}`;
  const { finding } = located;
  return [
    `// ${blank}${marks} [${finding.code}] ${say('fr', finding.message)}`,
    ...(finding.related ?? []).map(({ uri, start: from, message }) => {
      const here = index.positionAt(from + located.start - finding.start).line + 1;
      const place = uri === undefined ? `ligne ${here}` : `${fileNameOf(uri)}, caractère ${from}`;
      return `// ${blank}  ↪ ${place} : ${say('fr', message)}`;
    }),
    ...locatedFixes(located).map(
      (fix) => `// ${blank}  → ${fix.kind === 'safe' ? 'sûr' : 'à confirmer'} : ${say('fr', fix.title)}`,
    ),
  ];
}
