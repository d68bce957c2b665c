import { valuesOf, type Part } from '../../dossier/part';
import type { ListShape } from '../../formats/shape';
import type { JsonNode, Span } from '../../syntax/nodes';
import { partRule } from '../rule';
import { isFilled } from '../beneficiaires/filled';
import { textsOf } from '../texts-of';
import { visibleSpan } from '../visible-span';

interface Missing {
  readonly place: Span;
  /** Types of which one is due. */
  readonly types: readonly string[];
}

/**
 * P03: the order goes with the request for an avance, the invoice and the VA (or the MOM, in wave 1) with the one for the
 * solde. The model says which types are due. Silent as soon as an attachment has a type that we do not know.
 */
export const pieceManquante = partRule<Missing>({
  code: 'piece-manquante',
  famille: 'pieces',
  severity: 'error',
  inventaire: ['P03'],
  sources: ['S1', 'S3'],
  detect: missing,
  where: ({ place }) => place,
  wording: ({ types }) => ({
    suffix: types.length > 1 ? 'une-de' : 'une',
    params: { types: types.join(', ') },
  }),
});

function missing(part: Part): Missing[] {
  const due = dueIn(part);
  const place = due.length > 0 ? placeIn(part) : undefined;
  if (!place) return [];
  const known = new Set(due.flat().map(compared));
  const pieces = textsOf(part, 'type-piece').map(({ text }) => compared(text));
  const lists = valuesOf(part, 'pieces-justificatives').map(({ node }) => countOf(node));
  const listed = lists.reduce((sum, count) => sum + count, 0);
  if (pieces.some((type) => !known.has(type)) || listed > pieces.length) return [];
  return due
    .filter((types) => !types.some((type) => pieces.includes(compared(type))))
    .map((types) => ({ place, types }));
}

/** How many attachments a list holds, empty ones left out; a lone one may stand in its place. */
function countOf(node: JsonNode): number {
  const items = node.kind === 'array' ? node.items : node.kind === 'object' ? [node] : [];
  return items.filter(mayBeFilled).length;
}

function mayBeFilled(item: JsonNode): boolean {
  return isFilled(item) !== false;
}

/** The groups of types that the model of this request asks for. */
function dueIn({ format: { request } }: Part): ListShape['pieces'] {
  return request.kind === 'list' || request.kind === 'object' ? request.pieces : [];
}

/** The list, or the request that lacks it; nothing where it may be still to come. */
function placeIn(part: Part): Span | undefined {
  const { root } = part.fragment;
  if (part.kind !== 'demande' || root?.kind !== 'object') return undefined;
  const [list] = valuesOf(part, 'pieces-justificatives');
  if (list) return visibleSpan(list.node);
  return root.closed ? visibleSpan(root) : undefined;
}

/** Whatever the case and the signs between words. */
function compared(type: string): string {
  return type.toUpperCase().replace(/[^A-Z]+/g, '_');
}
