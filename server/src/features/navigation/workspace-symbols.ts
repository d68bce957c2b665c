import { SymbolKind, type Location, type SymbolInformation } from 'vscode-languageserver-types';
import { fileNameOf } from '../../dossier/file-name';
import { kindOfRole } from '../../dossier/keys';
import { requestAt, requestCount, type FileSummary, type RequestSummary } from '../../dossier/summary';
import type { Span } from '../../syntax/nodes';

/** More are of no use in a list that a person reads. */
const MOST = 100;

/** The files that are searched, and what turns places into the client's own terms. */
export interface Searched {
  readonly files: Iterable<readonly [uri: string, summary: FileSummary]>;
  readonly locate: (uri: string, span: Span) => Location | undefined;
}

/**
 * Requests whose reference, beneficiary or number holds `query`, file by file: the caller may stop at each `yield`.
 * What was found stands in the name, for editors filter by it.
 */
export function* symbolsNamed(
  { files, locate }: Searched,
  query: string,
): Generator<void, SymbolInformation[]> {
  const wanted = query.trim().toLowerCase();
  const found: SymbolInformation[] = [];
  if (wanted === '') return found;
  for (const [uri, summary] of files) {
    if (!summary.texts.toLowerCase().includes(wanted)) continue;
    for (let rang = 0; rang < requestCount(summary) && found.length < MOST; rang++) {
      const request = requestAt(summary, rang);
      const name = nameOf(request, wanted);
      const location = name === undefined ? undefined : locate(uri, placeOf(request));
      if (name === undefined || !location) continue;
      found.push({ name, kind: SymbolKind.Struct, location, containerName: fileNameOf(uri) });
    }
    if (found.length >= MOST) break;
    yield;
  }
  return found;
}

/** "DPI-0001 · CHU de Limoges · FINESS 870000064"; undefined when nothing of it is wanted. */
function nameOf({ mentions, rang }: RequestSummary, wanted: string): string | undefined {
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  const ofKind = (kinds: readonly string[]): string[] =>
    mentions.flatMap(({ role, text }) => (kinds.includes(role) ? [text] : []));
  const [reference = `#${rang + 1}`] = ofKind(['reference-demande']);
  const names = ofKind(['nom-structure', 'nom-medecin']);
  const numbers = mentions.flatMap(({ role, text }) => {
    const kind = kindOfRole(role);
    return kind && kind !== 'reference' ? [`${kind} ${text}`] : [];
  });
  const name = names.find(holds) ?? names[0];
  const number = numbers.find(holds) ?? numbers[0];
  const parts = [reference, name, number].filter((part) => part !== undefined);
  return parts.some(holds) ? parts.join(' · ') : undefined;
}

function placeOf({ mentions, start }: RequestSummary): Span {
  return mentions.find(({ role }) => role === 'reference-demande') ?? mentions[0] ?? { start, end: start };
}
