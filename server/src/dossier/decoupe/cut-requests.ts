import type { ArrayNode, HoleNode, JsonNode, SyntaxProblemKind } from '../../syntax/nodes';
import type { Demande, Dossier } from '../dossier';

/** Where a file of requests can be taken apart. */
export interface Couture {
  readonly kind: 'couture';
  /** The envelope before and behind the requests. */
  readonly before: string;
  readonly behind: string;
  /** What separates a request from the one before it, by rank; the first has the second's. */
  readonly separators: readonly string[];
}

/** Why a file cannot be taken apart without a guess: the whole file, or one request, by its rank. */
export interface Empechement {
  readonly kind: 'sans-liste' | 'enveloppe' | 'demande';
  /** Of the first request whose end is a guess. */
  readonly rang?: number;
  /** Where to look, in the file. */
  readonly start: number;
}

/** With these, where a request ends is a guess. */
const END_IS_A_GUESS: readonly SyntaxProblemKind[] = [
  'accolade-manquante',
  'crochet-manquant',
  'fermeture-inattendue',
  'guillemet-manquant',
  'contenu-apres-fin',
  'imbrication',
  'demesure',
];

/** Finds the seams between the requests of a file, or what stands in the way of certainty. */
export function coutureOf({ cut, enveloppe, demandes }: Dossier): Couture | Empechement {
  const { source: text, envelope } = cut;
  const [problem] = envelope.problems;
  if (problem) return { kind: 'enveloppe', start: problem.start };
  const list = enveloppe.fragment.root && listOf(enveloppe.fragment.root);
  const items = list?.items ?? [];
  const holes = items.filter((item) => item.kind === 'hole');
  const listStart = list?.start ?? 0;
  if (holes.length !== items.length || holes.length !== cut.requests.length) {
    return { kind: 'sans-liste', start: listStart };
  }
  const doubtful = demandes.find((demande) => !endsForCertain(demande, holes));
  if (doubtful) return { kind: 'demande', rang: doubtful.rang, start: doubtful.start };
  const [first, last] = [holes[0], holes.at(-1)];
  // A file too large to be read to its end has fewer requests read than found.
  if (!first || !last || demandes.length !== holes.length) {
    return { kind: 'sans-liste', start: listStart };
  }
  const between = holes.slice(1).map(({ start }, rank) => text.slice(holes[rank]?.end ?? 0, start));
  return {
    kind: 'couture',
    before: text.slice(0, first.start),
    behind: text.slice(last.end),
    separators: [between[0] ?? ',', ...between],
  };
}

/** One file with these requests and no other, in their order: each is copied to the letter, and so is the envelope. */
export function sewn({ before, behind, separators }: Couture, demandes: readonly Demande[]): string {
  const requests = demandes.map(({ part, rang }, rank) => {
    const separator = rank === 0 ? '' : (separators[rang] ?? ',');
    return separator + part.fragment.text;
  });
  return before + requests.join('') + behind;
}

function endsForCertain({ rang, part }: Demande, holes: readonly HoleNode[]): boolean {
  const isClosed = holes[rang]?.closed === true;
  return isClosed && !part.fragment.problems.some(({ kind }) => END_IS_A_GUESS.includes(kind));
}

/** The list that holds the first request. */
function listOf(node: JsonNode): ArrayNode | undefined {
  if (node.kind === 'array') {
    return node.items.some((item) => item.kind === 'hole') ? node : first(node.items);
  }
  if (node.kind !== 'object') return undefined;
  return first(node.properties.flatMap(({ value }) => (value ? [value] : [])));
}

function first(nodes: readonly JsonNode[]): ArrayNode | undefined {
  for (const node of nodes) {
    const found = listOf(node);
    if (found) return found;
  }
  return undefined;
}
