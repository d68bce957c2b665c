import { CompletionItemKind } from 'vscode-languageserver-types';
import { DATE_ROLES } from '../../formats/roles';
import {
  isBlock,
  unusedValue,
  type ObjectShape,
  type ListShape,
  type ScalarShape,
} from '../../formats/shape';
import { translate } from '../../messages/catalogue';
import { valueMeaning } from '../value-meaning';
import type { ValueContext } from './context';
import { filledValue } from './filled-skeleton';
import type { Filling } from './placeholders';
import type { Proposal } from './proposal';

/** Values that the model allows at a place: its lists, booleans, `null` or `[]`, a block to fill. */
export function valueProposals(
  { shape, isItem, slot }: ValueContext,
  filling: Filling,
  snippets: boolean,
): Proposal[] {
  if (shape.kind === 'free') return [];
  // Between quotation marks a text is being written: `null` would only be in the way.
  const unused = slot.inQuotes && shape.kind === 'string' ? undefined : unusedValue(shape);
  const rest = unused === undefined ? [] : [word(unused)];
  if (isBlock(shape)) return snippets ? [...rest, block(shape, filling)] : rest;
  return [...scalars(shape, filling), ...(snippets ? form(shape, isItem, filling) : []), ...rest];
}

function scalars(shape: ScalarShape, { langue }: Filling): Proposal[] {
  if (shape.kind === 'boolean') return [word('true'), word('false')];
  const values = [...(shape.values ?? []), ...shape.examples];
  return values.map((value) => ({
    label: value,
    kind: shape.values ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    text: shape.kind === 'string' ? JSON.stringify(value) : value,
    isSnippet: false,
    description: valueMeaning(shape.role, value, langue),
  }));
}

/** The form of a date, or of an item of a list of texts: what is hard to remember or has no other proposal. */
function form(shape: ScalarShape, isItem: boolean, filling: Filling): Proposal[] {
  const { role } = shape;
  const isDate = role !== undefined && DATE_ROLES.includes(role);
  const isOffered = shape.values !== undefined || shape.examples.length > 0;
  if (shape.kind !== 'string' || isOffered || !(isDate || isItem)) return [];
  const text = filledValue(shape, '', { ...filling, unknown: false });
  return [
    {
      label: text.replace(/\$\{\d+:(.*)\}/, '$1').slice(1, -1),
      kind: CompletionItemKind.Snippet,
      text,
      isSnippet: true,
      description: translate(filling.langue, 'completion.a-completer'),
    },
  ];
}

function block(shape: ObjectShape | ListShape, filling: Filling): Proposal {
  return {
    label: shape.kind === 'list' ? '[ … ]' : '{ … }',
    kind: CompletionItemKind.Snippet,
    text: filledValue(shape, '', filling),
    isSnippet: true,
    description: shape.role && translate(filling.langue, `role.${shape.role}.nom`),
  };
}

function word(text: string): Proposal {
  return { label: text, kind: CompletionItemKind.Value, text, isSnippet: false };
}
