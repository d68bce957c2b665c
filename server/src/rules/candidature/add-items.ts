import type { Bloc, Liste } from '../../dossier/candidature/bloc';
import type { Role } from '../../formats/roles';
import type { Shape } from '../../formats/shape';
import { emptySkeleton } from '../../formats/skeleton';
import { appendItem, indentAt, indentUnit, lineBreakOf, type Edit } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';
import { writeChamp } from './write-champ';

/** What is told of a block, by role; its other tags are written unused. */
export type Told = Readonly<Partial<Record<Role, string | boolean>>>;

/** Adds texts or blocks at the end of a list of a manifest; nothing where it is no list, or its block is absent. */
export function addItems<T>(liste: Liste<T>, items: readonly (string | Told)[]): Edit[] {
  const { node, bloc, role } = liste;
  const shape = bloc.modele?.tags.find((tag) => tag.shape.role === role)?.shape;
  if (shape?.kind !== 'list') return [];
  const written = items.map((item) => textOfItem(shape.item, item)).join(',\n');
  const last = node?.kind === 'array' ? node.items.at(-1) : undefined;
  if (node?.kind === 'array' && last) return [appendItem(bloc.part.fragment, node, last, written)];
  const list = `[\n${indented(written)}\n]`;
  if (!node) return writeChamp({ node, bloc, role }, list);
  const isEmpty = node.kind === 'array' || node.kind === 'null';
  return isEmpty ? writeChamp({ node, bloc, role }, laidOut(list, node, bloc)) : [];
}

/** A list in place of an empty one: on lines of its own where the block that holds it is on several. */
function laidOut(list: string, node: JsonNode, { part, node: owner }: Bloc): string {
  const { text } = part.fragment;
  const first = owner?.properties[0];
  if (!owner || !first) return list;
  if (!/[\r\n]/.test(text.slice(owner.start, first.start))) return list.replace(/\n\s*/g, ' ');
  const unit = indentUnit(text, owner);
  const own = list.replace(/^(?: {2})+/gm, (blanks) => unit.repeat(blanks.length / 2));
  return own.replaceAll('\n', lineBreakOf(text) + indentAt(text, node.start));
}

function textOfItem(shape: Shape, item: string | Told): string {
  if (typeof item === 'string') return JSON.stringify(item);
  if (shape.kind !== 'object') return 'null';
  const lines = shape.tags.map(({ name, shape: { role }, shape: inner }) => {
    const known = role === undefined ? undefined : item[role];
    return `${JSON.stringify(name)}: ${known === undefined ? emptySkeleton(inner) : JSON.stringify(known)}`;
  });
  return `{\n${indented(lines.join(',\n'))}\n}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
