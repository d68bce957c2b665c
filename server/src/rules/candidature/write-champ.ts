import type { Champ } from '../../dossier/candidature/bloc';
import { insertProperty, replaceNode, type Edit } from '../../syntax/edits';
import { precedingProperty } from '../structure/insert-absent';

/** Writes a JSON value into a tag of a manifest, which is added at its place where it is absent; nothing without its block. */
export function writeChamp(
  { node, bloc, role }: Pick<Champ<unknown>, 'node' | 'bloc' | 'role'>,
  value: string,
): Edit[] {
  if (node) return [replaceNode(node, value)];
  const { modele, part } = bloc;
  const tag = modele?.tags.find(({ shape }) => shape.role === role);
  if (!bloc.node || !modele || !tag) return [];
  const before = precedingProperty(bloc.node.properties, modele.tags.slice(0, modele.tags.indexOf(tag)));
  return [insertProperty(part.fragment, bloc.node, before, tag.name, value)];
}
