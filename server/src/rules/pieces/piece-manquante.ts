import { valuesOf, type Part } from '../../dossier/part';
import type { ListShape, Shape } from '../../formats/shape';
import type { JsonNode, Span } from '../../syntax/nodes';
import { isFilled } from '../beneficiaires/filled';
import { deviationsOf } from '../deviations-of';
import { partRule } from '../rule';
import { textsOf } from '../texts-of';
import { visibleSpan } from '../visible-span';

interface Missing {
  readonly place: Span;
  /** Types of which one is due. */
  readonly types: readonly string[];
  /** It is listed, without the name of its file. */
  readonly isListed: boolean;
}

/**
 * P03: the order goes with the request for an avance, the invoice and the VA (or the MOM, in wave 1) with the one for the
 * solde. The model says which types are due. One that is listed without a file is not there. Silent as soon as an attachment has a
 * type that we do not know.
 */
export const pieceManquante = partRule<Missing>({
  code: 'piece-manquante',
  famille: 'pieces',
  severity: 'error',
  inventaire: ['P03'],
  sources: ['S1', 'S3'],
  detect: missing,
  where: ({ place }) => place,
  wording: ({ types, isListed }) => ({
    suffix: isListed ? 'sans-fichier' : types.length > 1 ? 'une-de' : 'une',
    params: { types: types.join(', ') },
  }),
});

function missing(part: Part): Missing[] {
  const due = dueIn(part);
  const place = placeIn(part);
  if (!place || due.length === 0) return [];
  const known = new Set(due.flat().map(compared));
  const pieces = textsOf(part, 'type-piece').map(({ text, node }) => ({ text, node, type: compared(text) }));
  const listed = valuesOf(part, 'pieces-justificatives').reduce((sum, { node }) => sum + countOf(node), 0);
  if (pieces.some(({ type }) => !known.has(type)) || listed > pieces.length) return [];
  const bare = withoutFile(part);
  return due.flatMap((types): Missing[] => {
    const wanted = types.map(compared);
    const found = pieces.filter(({ type }) => wanted.includes(type));
    const [first] = found;
    if (!first) return [{ place, types, isListed: false }];
    if (found.some(({ node }) => !bare.has(blockOf(node)))) return [];
    return [{ place: bare.get(blockOf(first.node)) ?? first.node, types: [first.text], isListed: true }];
  });
}

/** The attachments without the name of a file: each with the empty value, where there is one. */
function withoutFile(part: Part): ReadonlyMap<JsonNode | undefined, Span | undefined> {
  const empty = valuesOf(part, 'nom-fichier').filter(({ node }) => blockOf(node) && isFilled(node) === false);
  const absent = deviationsOf(part, 'absent').filter(({ tag }) => tag.shape.role === 'nom-fichier');
  return new Map([
    ...empty.map(({ node }) => [blockOf(node), visibleSpan(node)] as const),
    ...absent.map(({ object }) => [object, undefined] as const),
  ]);
}

/** The block in which a value has its tag. */
function blockOf({ parent }: JsonNode): JsonNode | undefined {
  return parent?.kind === 'property' ? parent.parent : undefined;
}

/** How many attachments a list holds, empty ones left out; a lone one may stand in its place. */
function countOf(node: JsonNode): number {
  const items = node.kind === 'array' ? node.items : node.kind === 'object' ? [node] : [];
  return items.filter((item) => isFilled(item) !== false).length;
}

/** The groups of types that the model of this request asks for. */
function dueIn({ format: { request } }: Part): ListShape['pieces'] {
  return dueBelow(request);
}

/** A learnt model may keep the list in a block of the request. */
function dueBelow(shape: Shape): ListShape['pieces'] {
  if (shape.kind === 'list') return shape.pieces;
  return shape.kind === 'object' ? shape.tags.flatMap((tag) => dueBelow(tag.shape)) : [];
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
