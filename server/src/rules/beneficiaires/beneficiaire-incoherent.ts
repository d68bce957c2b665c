import { textOf, valuesOf, type Part } from '../../dossier/part';
import type { Role } from '../../formats/roles';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode, ObjectNode, Span } from '../../syntax/nodes';
import { partRule } from '../rule';
import { isFilled } from './filled';

/** The two blocks of which one is filled, and the word of `commandePour` for each. */
const BLOCKS = [
  { role: 'liberal', word: 'LIBERAL', other: 'structure' },
  { role: 'structure', word: 'STRUCTURE', other: 'liberal' },
] as const;

type BlockRole = (typeof BLOCKS)[number]['role'];

interface Incoherence extends Span {
  /** Both are filled, the other one is, or none is though one is ordered for. */
  readonly slip: 'deux' | 'autre' | 'aucun';
  /** As written, or `null`. */
  readonly commandePour: string;
  /** The block that is to be filled, where `commandePour` tells. */
  readonly due: BlockRole | undefined;
  /** The block that is filled and should not be. */
  readonly extra: JsonNode | undefined;
}

/** U06: exactly one of `liberal` and `structure` is filled, as `commandePour` says. */
export const beneficiaireIncoherent = partRule<Incoherence>({
  code: 'beneficiaire-incoherent',
  famille: 'beneficiaires',
  severity: 'error',
  inventaire: ['U06'],
  sources: ['S2'],
  detect: (part) => blocksIn(part).flatMap((block) => incoherenceOf(part, block) ?? []),
  where: ({ start, end }) => ({ start, end }),
  wording: ({ slip, commandePour, due }) => {
    const suffix = due === undefined ? slip : `${slip}.${due}`;
    return { suffix, params: { commandePour } };
  },
  fix: ({ slip, due, extra }) =>
    slip === 'deux' && due && extra
      ? [{ kind: 'unsafe', suffix: due, edits: [replaceNode(extra, 'null')] }]
      : [],
});

/** An official model may have the two blocks anywhere, the request itself included: those of one object go together. */
function blocksIn(part: Part): ObjectNode[] {
  const values = valuesOf(part, 'liberal', 'structure', 'commande-pour');
  return [...new Set(values.flatMap(({ node }) => objectAround(node) ?? []))];
}

function objectAround({ parent }: JsonNode): ObjectNode | undefined {
  return parent?.kind === 'property' ? parent.parent : undefined;
}

function incoherenceOf(part: Part, block: ObjectNode): Incoherence | undefined {
  const commande = childOf(part, block, 'commande-pour');
  const written = textOf(commande);
  const said = BLOCKS.find(({ word }) => word === plain(written));
  const nodes = { liberal: childOf(part, block, 'liberal'), structure: childOf(part, block, 'structure') };
  const filled = { liberal: isFilled(nodes.liberal), structure: isFilled(nodes.structure) };
  if (filled.liberal === undefined || filled.structure === undefined) return undefined;

  const extra = nodes[said?.other ?? 'structure'];
  const found = (slip: Incoherence['slip'], { start, end }: Span): Incoherence => ({
    slip,
    commandePour: written ?? 'null',
    due: said?.role,
    extra,
    start,
    end,
  });
  if (filled.liberal && filled.structure) return found('deux', keyOf(extra) ?? block);
  if (!commande || written === undefined || (said && filled[said.role])) return undefined;
  if (filled.liberal || filled.structure) return said && found('autre', commande);
  return found('aucun', commande);
}

/** The value of a role that stands directly in `block`. */
function childOf(part: Part, block: ObjectNode, role: Role): JsonNode | undefined {
  return valuesOf(part, role).find(({ node }) => objectAround(node) === block)?.node;
}

function keyOf(node: JsonNode | undefined): Span | undefined {
  return node?.parent?.kind === 'property' ? node.parent.key : undefined;
}

/** In capitals, without accents nor blanks around. */
function plain(text: string | undefined): string | undefined {
  return text
    ?.normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toUpperCase();
}
