import type { Hover, Position } from 'vscode-languageserver-types';
import { contexteOf } from '../dossier/montants';
import { translate, type Langue } from '../messages/catalogue';
import type { JsonNode, Span } from '../syntax/nodes';
import { rangeOf, type CheckedDocument } from './document';
import { establishmentCard } from './hover/establishment-card';
import { code } from './hover/markdown';
import { mergerCard } from './hover/merger-card';
import { regulationCard } from './hover/regulation-card';
import { tagCard } from './hover/tag-card';
import { modelPlaceAt, type ModelPlace } from './place';

/** Explains the key or the value at `position`; nothing between them. */
export function hoverAt({ document, analysis, langue }: CheckedDocument, position: Position): Hover | null {
  const offset = document.offsetAt(position);
  const place = modelPlaceAt(analysis, offset);
  if (!place) return null;
  const span = place.key ? place.key.key : pointedAt(place.node, offset - place.base);
  const text = textOf(place, langue);
  if (!span || text === undefined) return null;
  const { dossier } = analysis;
  const below = dossier && [
    regulationCard(place, analysis, langue),
    establishmentCard(place, contexteOf(dossier, analysis), langue),
    mergerCard(place, analysis, langue),
  ];
  const cards = [text, ...(below ?? [])].filter((card) => card !== undefined);
  const range = rangeOf(document, { start: span.start + place.base, end: span.end + place.base });
  return {
    contents: { kind: 'markdown', value: cards.join('\n\n---\n\n') },
    range,
  };
}

/** A scalar as a whole; of a block only its brackets, so that blanks inside stay quiet. */
function pointedAt(node: JsonNode | undefined, offset: number): Span | undefined {
  if (node?.kind !== 'object' && node?.kind !== 'array') return node;
  if (offset === node.start) return { start: offset, end: offset + 1 };
  return node.closed && offset === node.end - 1 ? { start: offset, end: offset + 1 } : undefined;
}

function textOf({ key, tag, node, shape }: ModelPlace, langue: Langue): string | undefined {
  const known = key ? tag?.shape : shape;
  if (known) return tagCard(known, tag, langue);
  const stranger = key ?? (node?.parent?.kind === 'property' ? node.parent : undefined);
  return stranger && translate(langue, 'survol.hors-modele', { balise: code(stranger.key.name) });
}
