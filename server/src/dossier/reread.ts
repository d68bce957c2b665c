import type { Deviation } from '../formats/deviations';
import { requestPathsOf } from '../formats/format';
import { cutDocument } from '../syntax/document';
import { applyEdits, type Edit } from '../syntax/edits';
import { endOfRequest } from '../syntax/end-of-value';
import type { JsonNode } from '../syntax/nodes';
import { readDemande, readEnveloppe, type Part } from './part';

/** Characters times things to mend, beyond which trying each mending would take longer than anyone waits. */
const MOST_TO_TRY = 50_000_000;

/** The part as it reads once edited; undefined where that is too long to find out, or where other parts would change. */
export function reread(part: Part, edits: readonly Edit[]): Part | undefined {
  const { fragment, match, kind, format } = part;
  const { text, problems } = fragment;
  if (text.length * (problems.length + match.deviations.length) > MOST_TO_TRY) return undefined;
  const edited = applyEdits(text, edits);
  if (kind !== 'demande') {
    const { envelope, requests } = cutDocument(edited, requestPathsOf(format));
    return requests.length === holesIn(fragment.root) ? readEnveloppe(envelope, format) : undefined;
  }
  return endsWithItsText(edited) ? readDemande(edited, format) : undefined;
}

/** True when a request would be cut where it ends now, whatever may follow it in its list. */
function endsWithItsText(text: string): boolean {
  const length = text.trimEnd().length;
  return ['', ', {"a": 1}]}', ']}'].every((behind) => endOfRequest(text + behind, 0).end === length);
}

/** True when `after` has no more problems than `before`, and no more deviations of any kind. */
export function isNoWorse(before: Part, after: Part): boolean {
  if (after.fragment.problems.length > before.fragment.problems.length) return false;
  const had = countsOf(before.match.deviations);
  return [...countsOf(after.match.deviations)].every(([kind, count]) => count <= (had.get(kind) ?? 0));
}

/** How many deviations of each kind; a key that resembles a tag is another matter than one that does not. */
function countsOf(deviations: readonly Deviation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const deviation of deviations) {
    const kind = deviation.kind === 'inconnu' && deviation.near ? 'mal-nomme' : deviation.kind;
    if (kind !== 'incertain') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function holesIn(node: JsonNode | undefined): number {
  if (node?.kind === 'hole') return 1;
  const children = node?.kind === 'object' ? node.properties.map(({ value }) => value) : [];
  const items = node?.kind === 'array' ? node.items : children;
  return items.reduce((sum, item) => sum + holesIn(item), 0);
}
