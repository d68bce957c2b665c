import { CompletionItemKind } from 'vscode-languageserver-types';
import { emptySkeleton } from '../../formats/skeleton';
import type { Tag } from '../../formats/shape';
import { translate, type Langue } from '../../messages/catalogue';
import { tagCard } from '../hover/tag-card';
import type { TagContext } from './context';
import { filledTag, filledTags, keyText } from './filled-skeleton';
import type { Filling } from './placeholders';
import type { Proposal } from './proposal';

/** The tags that an object still misses, in the model's order; with its value, unless one is there already. */
export function tagProposals(context: TagContext, filling: Filling, snippets: boolean): Proposal[] {
  const { slot, shape } = context;
  const missing = missingTags(context);
  const proposals = missing.map((tag): Proposal => {
    const text = slot.colonFollows ? JSON.stringify(tag.name) : tagText(tag, filling, snippets);
    return {
      label: tag.name,
      kind: CompletionItemKind.Property,
      text,
      isSnippet: snippets && !slot.colonFollows,
      description: doubt(tag, filling.langue),
      documentation: tagCard(tag.shape, tag, filling.langue),
    };
  });
  const isNew = missing.length === shape.tags.length && missing.length > 1 && !slot.colonFollows;
  return isNew && snippets ? [...proposals, allTags(missing, filling)] : proposals;
}

/** Tags that no other property of the object stands for, a misspelt one included. */
function missingTags({ part, object, shape, own }: TagContext): readonly Tag[] {
  const present = new Set<Tag | undefined>();
  for (const property of object.properties) {
    if (property !== own) present.add(shape.byName.get(property.key.name));
  }
  for (const { node, tag } of part.match.values) {
    const { parent } = node;
    if (parent?.kind === 'property' && parent !== own && parent.parent === object) present.add(tag);
  }
  return shape.tags.filter((tag) => !present.has(tag));
}

function tagText(tag: Tag, filling: Filling, snippets: boolean): string {
  if (snippets) return `${keyText(tag.name)}: ${filledTag(tag, filling)}`;
  return `${JSON.stringify(tag.name)}: ${emptySkeleton(tag.shape)}`;
}

function allTags(tags: readonly Tag[], filling: Filling): Proposal {
  return {
    label: translate(filling.langue, 'completion.toutes-les-balises', { nombre: tags.length }),
    kind: CompletionItemKind.Snippet,
    text: filledTags(tags, filling),
    isSnippet: true,
  };
}

/** Said of a name that no official text shows plainly. */
function doubt({ attestation }: Tag, langue: Langue): string | undefined {
  switch (attestation.statut) {
    case 'officiel':
    case 'propre':
      return undefined;
    case 'ocr':
      return translate(langue, 'completion.attestation.ocr');
    case 'reconstitué':
      return translate(langue, 'completion.attestation.reconstitue');
  }
}
