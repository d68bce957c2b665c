import type { Etape } from '../formats/format';
import type { Role } from '../formats/roles';
import type { Span } from '../syntax/nodes';
import type { Dossier } from './dossier';
import { valuesOf } from './part';
import { remembered } from './remembered';

/**
 * What a summary keeps of a request, in this order. A role that joins the list is kept from then on; a role's rank is
 * its code in the packed numbers.
 */
export const SUMMARISED = [
  'reference-demande',
  'finess-pmsi',
  'finess-geo',
  'siren',
  'rpps',
  'type-prestation',
  'commande-pour',
  'nom-structure',
  'nom-medecin',
  'version-logiciel',
  'numero-referencement',
  'date-signature',
  'montant-ht',
  'taux-tva',
  'montant-ttc',
  'nom-fichier',
  'facture-ht',
  'facture-ttc',
] as const satisfies readonly Role[];

export type SummarisedRole = (typeof SUMMARISED)[number];

/** Numbers a mention takes: role, rank of its text, start, end. */
const MENTION = 4;
/** Numbers a request takes: start, end, rank of its first mention. */
const REQUEST = 3;
/** Longer texts are cut: what is compared is shorter, and a file of nonsense stays small. */
export const LONGEST_KEPT = 200;

/**
 * One recognised file in a few kilobytes, for what crosses files: no tree, no text, plain numbers and texts. Places
 * are offsets in the file. Read it with {@link requestAt} and {@link mentionAt}.
 */
export interface FileSummary {
  readonly format: string;
  readonly sons: string | undefined;
  readonly etape: Etape;
  /** Each text once, one behind the other: thousands of short strings would weigh several times more. */
  readonly texts: string;
  /** Where each text begins in `texts`, and where the last one ends. */
  readonly bounds: Uint32Array;
  readonly mentions: Uint32Array;
  readonly requests: Uint32Array;
}

/** A value of a request that other files may speak of. */
export interface Mention {
  readonly role: SummarisedRole;
  readonly text: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** Its rank among the mentions of the file. */
  readonly rank: number;
}

export interface RequestSummary {
  /** From 0. */
  readonly rang: number;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly Mention[];
}

/** What one request says, its offsets counted from its own start: kept as long as its part is. */
interface PartMention extends Span {
  /** Its rank among those that are summarised. */
  readonly role: number;
  readonly text: string;
}

/** Sums a file up. Requests that were not edited since the last time are not looked at again. */
export function summarise({ format, demandes }: Dossier): FileSummary {
  const ranks = new Map<string, number>();
  const mentions: number[] = [];
  const requests: number[] = [];
  for (const demande of demandes) {
    const { start, end } = demande;
    requests.push(start, end, mentions.length / MENTION);
    for (const { role, text, start: from, end: to } of mentionsOfDemande(demande)) {
      let rank = ranks.get(text);
      if (rank === undefined) ranks.set(text, (rank = ranks.size));
      mentions.push(role, rank, start + from, start + to);
    }
  }
  return {
    format: format.id,
    sons: format.sons,
    etape: format.etape,
    ...packed([...ranks.keys()]),
    mentions: new Uint32Array(mentions),
    requests: new Uint32Array(requests),
  };
}

function packed(texts: readonly string[]): Pick<FileSummary, 'texts' | 'bounds'> {
  const bounds = new Uint32Array(texts.length + 1);
  let end = 0;
  for (const [rank, text] of texts.entries()) {
    end += text.length;
    bounds[rank + 1] = end;
  }
  return { texts: texts.join(''), bounds };
}

function textAt({ texts, bounds }: FileSummary, rank: number): string {
  return texts.slice(bounds[rank], bounds[rank + 1]);
}

const mentionsOfDemande = remembered((part): readonly PartMention[] => {
  const mentions: PartMention[] = [];
  for (const [code, role] of SUMMARISED.entries()) {
    for (const { node, text } of valuesOf(part, role)) {
      if (text === undefined) continue;
      mentions.push({ role: code, text: ownText(text), start: node.start, end: node.end });
    }
  }
  return mentions;
});

/** In memory of its own: a slice would keep the whole file that it was cut from. */
function ownText(text: string): string {
  return ` ${text.trim().slice(0, LONGEST_KEPT)}`.slice(1);
}

export function requestCount({ requests }: FileSummary): number {
  return requests.length / REQUEST;
}

export function mentionCount({ mentions }: FileSummary): number {
  return mentions.length / MENTION;
}

/** The request of this rank, spelt out. */
export function requestAt(summary: FileSummary, rang: number): RequestSummary {
  const [start = 0, end = 0] = summary.requests.subarray(rang * REQUEST);
  const [first, last] = boundsOf(summary, rang);
  const mentions = Array.from({ length: last - first }, (_, i) => mentionAt(summary, first + i));
  return { rang, start, end, mentions };
}

/** The mention of this rank in the file, spelt out. */
export function mentionAt(summary: FileSummary, rank: number): Mention {
  const { mentions } = summary;
  const at = rank * MENTION;
  return {
    role: roleAt(summary, rank),
    text: textAt(summary, mentions[at + 1] ?? 0),
    start: mentions[at + 2] ?? 0,
    end: mentions[at + 3] ?? 0,
    rank,
  };
}

/** Role and text of each mention, without spelling out its place. */
export function* textsByRole(summary: FileSummary): Generator<readonly [SummarisedRole, string]> {
  for (let rank = 0; rank < mentionCount(summary); rank++) {
    yield [roleAt(summary, rank), textAt(summary, summary.mentions[rank * MENTION + 1] ?? 0)];
  }
}

/** Rank of the request that holds a mention, found by halving. */
export function rangOf({ requests }: FileSummary, mention: number): number {
  let low = 0;
  let high = requests.length / REQUEST - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((requests[middle * REQUEST + 2] ?? 0) <= mention) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The mentions of some roles in the request of this rank; the others are not spelt out. */
export function mentionsAt(summary: FileSummary, rang: number, roles: readonly string[]): Mention[] {
  const [first, last] = boundsOf(summary, rang);
  const found: Mention[] = [];
  for (let rank = first; rank < last; rank++) {
    if (roles.includes(roleAt(summary, rank))) found.push(mentionAt(summary, rank));
  }
  return found;
}

/** The mentions of some roles in the whole file, in its order. */
export function mentionsIn(summary: FileSummary, roles: readonly SummarisedRole[]): Mention[] {
  const found: Mention[] = [];
  for (let rank = 0; rank < mentionCount(summary); rank++) {
    if (roles.includes(roleAt(summary, rank))) found.push(mentionAt(summary, rank));
  }
  return found;
}

/** The first text of this role in the request of this rank. */
export function saidAt(summary: FileSummary, rang: number, role: SummarisedRole): string | undefined {
  const [first, last] = boundsOf(summary, rang);
  for (let rank = first; rank < last; rank++) {
    if (roleAt(summary, rank) === role) return mentionAt(summary, rank).text;
  }
  return undefined;
}

/** Ranks of the first mention of a request and of the first one behind it. */
function boundsOf(summary: FileSummary, rang: number): readonly [number, number] {
  const { requests } = summary;
  const first = requests[rang * REQUEST + 2] ?? 0;
  return [first, requests[(rang + 1) * REQUEST + 2] ?? mentionCount(summary)];
}

function roleAt({ mentions }: FileSummary, rank: number): SummarisedRole {
  return SUMMARISED[mentions[rank * MENTION] ?? 0] ?? 'reference-demande';
}

/** The request around an offset of the file, found by halving; undefined in the envelope. */
export function rangAround({ requests }: FileSummary, offset: number): number | undefined {
  let low = 0;
  let high = requests.length / REQUEST - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start = 0, end = 0] = requests.subarray(middle * REQUEST);
    if (offset < start) high = middle - 1;
    else if (offset > end) low = middle + 1;
    else return middle;
  }
  return undefined;
}

/** The mention around an offset of the file, its two ends included; undefined where nothing was kept. */
export function mentionAround(summary: FileSummary, offset: number): Mention | undefined {
  const rang = rangAround(summary, offset);
  if (rang === undefined) return undefined;
  const [first, last] = boundsOf(summary, rang);
  for (let rank = first; rank < last; rank++) {
    const [start = 0, end = 0] = summary.mentions.subarray(rank * MENTION + 2);
    if (start <= offset && offset <= end) return mentionAt(summary, rank);
  }
  return undefined;
}
