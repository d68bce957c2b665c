import { CompletionItemKind } from 'vscode-languageserver-types';
import { textOf } from '../../dossier/part';
import { FINESS_ROLES, type Role } from '../../formats/roles';
import { isNullText } from '../../formats/words';
import { translate, type Langue } from '../../messages/catalogue';
import type { Base, Etablissement } from '../../registry/base';
import { replaceNode, type Edit } from '../../syntax/edits';
import type { ObjectNode } from '../../syntax/nodes';
import type { SourceText } from '../../syntax/source-text';
import { ancestors } from '../../syntax/walk';
import { ceilingTexts } from '../ceiling-texts';
import type { ValueContext } from './context';
import type { Proposal } from './proposal';

/** More are a matter of typing on. */
const MOST = 50;

/** True where establishments of a base can be written. */
export function asksEstablishment({ shape }: ValueContext): boolean {
  return shape.role !== undefined && FINESS_ROLES.includes(shape.role);
}

/**
 * Establishments whose number begins by what is typed before `offset`, or whose name holds its words. An editor
 * cannot match words with a number, so each proposal is compared with what is typed itself: the list is to be asked
 * for anew at every character.
 */
export function establishmentProposals(
  context: ValueContext,
  base: Base,
  { source, offset, langue }: { source: SourceText; offset: number; langue: Langue },
): Proposal[] {
  const { start, replaceEnd } = context.slot;
  const typed = source.slice(start, offset);
  const isUnused = isNullText(source.slice(start, replaceEnd));
  const found = base.search(isUnused ? '' : typed.replace(/^"/, '').trim(), MOST);
  return found
    .filter(({ nature }) => context.shape.role === 'finess-pmsi' || nature !== 'juridique')
    .map((etablissement) => proposalOf(etablissement, context, typed, langue));
}

function proposalOf(found: Etablissement, context: ValueContext, typed: string, langue: Langue): Proposal {
  const { finess, categorie } = found;
  const nom = found.raisonSociale ?? translate(langue, 'base.sans-nom');
  const { sons } = context.part.format;
  const plafonds = found.plafonds.filter((plafond) => plafond.sons === undefined || plafond.sons === sons);
  const ceilings = ceilingTexts({ plafonds }, langue);
  return {
    label: finess,
    kind: CompletionItemKind.Value,
    text: JSON.stringify(finess),
    isSnippet: false,
    description: nom,
    detail: [nom, categorie, ...ceilings].filter((part) => part !== undefined).join(' · '),
    filterText: `${typed === '' ? JSON.stringify(finess) : typed} ${nom}`,
    elsewhere: fillings(context, found),
  };
}

/** The name and the SIREN of the same block where they are empty. */
function fillings({ part, base, node }: ValueContext, found: Etablissement): Edit[] {
  const owner = node.kind === 'object' ? node : ownerOf(node);
  const texts: readonly (readonly [Role, string | undefined])[] = [
    ['nom-structure', found.raisonSociale],
    ['siren', found.siren],
  ];
  return texts.flatMap(([role, text]) => {
    const values = part.match.byRole.get(role) ?? [];
    const empty = values.find(
      ({ node: value }) =>
        value.parent?.parent === owner &&
        (value.kind === 'null' || (value.kind === 'string' && textOf(value) === undefined)),
    );
    if (text === undefined || !empty) return [];
    const { start, end } = empty.node;
    return [replaceNode({ start: start + base, end: end + base }, JSON.stringify(text))];
  });
}

function ownerOf(list: ValueContext['node']): ObjectNode | undefined {
  for (const ancestor of ancestors(list)) if (ancestor.kind === 'object') return ancestor;
  return undefined;
}
