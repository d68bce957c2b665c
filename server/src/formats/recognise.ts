import type { JsonNode } from '../syntax/nodes';
import { unquoteWord } from '../syntax/runs';
import { propertyNamed } from '../syntax/walk';
import { CANDIDATURE, commonFormat } from './bundled';
import type { Etape, Format } from './format';
import { nearTag } from './near-tag';
import { nearValue } from './near-value';
import type { FormatRegistry } from './registry';
import type { Role } from './roles';
import type { Tag } from './shape';

/** A user's word on a file: a format's id, or not to be checked at all. */
export type FormatChoice = string;
export const IGNORED = 'ignorer';

export type Recognition =
  /** `by` tells the user why: their own choice, the file's name, or what it holds. */
  | { readonly kind: 'format'; readonly format: Format; readonly by: 'choix' | 'nom' | 'contenu' }
  | { readonly kind: 'ignore' }
  | { readonly kind: 'autre' };

/** Says which format a text follows. `root` is the root of its envelope; `name` is the file's name, without folders. */
export function recognise(
  name: string,
  root: JsonNode | undefined,
  choice: FormatChoice | undefined,
  registry: FormatRegistry,
): Recognition {
  if (choice === IGNORED) return { kind: 'ignore' };
  const chosen = choice === undefined ? undefined : registry.get(choice);
  if (chosen) return { kind: 'format', format: chosen, by: 'choix' };
  const named = etapeOfName(name);
  const isOurs = named !== undefined || registry.all.some((format) => resembles(root, format));
  if (!isOurs) return { kind: 'autre' };
  const etape = named ?? etapeOfContent(root, registry);
  const manifest = etape === 'candidature' ? registry.get(CANDIDATURE) : undefined;
  if (manifest) return { kind: 'format', format: manifest, by: named ? 'nom' : 'contenu' };
  const ofEtape = registry.all.filter((format) => format.etape === etape);
  const format =
    ofEtape.find((candidate) => candidate.sons !== undefined && says(root, candidate, 'sons')) ??
    misspeltSons(root, ofEtape) ??
    registry.get(commonFormat(etape));
  if (!format) return { kind: 'autre' };
  return { kind: 'format', format, by: named ? 'nom' : 'contenu' };
}

/** `avance` for `mars.avance.json`, `candidature` for `candidature.json` and `dpi.candidature.json`. */
function etapeOfName(name: string): Etape | undefined {
  if (/^(.*\.)?candidature\.json$/i.test(name)) return 'candidature';
  const match = /\.(avance|solde)\.json$/i.exec(name);
  return match ? (match[1]?.toLowerCase() as Etape) : undefined;
}

/** A deposit that calls itself a solde is one, whatever else it holds. */
function etapeOfContent(root: JsonNode | undefined, registry: FormatRegistry): Etape {
  const manifest = registry.get(CANDIDATURE);
  if (manifest && resembles(root, manifest)) return 'candidature';
  const told = registry.all.map((format) => textAt(root, tagByRole(format, 'type-demande')));
  return told.some((text) => text?.toUpperCase() === 'SOLDE') ? 'solde' : 'avance';
}

/** Of a manifest, whose tags are words of every day: so many of them, beside a SONS that we know. */
const MANIFEST_TAGS = 4;

/** A JSON is ours when it names a SONS that we know beside another tag of the envelope, or holds three of its tags. */
function resembles(root: JsonNode | undefined, format: Format): boolean {
  if (root?.kind !== 'object') return false;
  const names = new Set(root.properties.map((property) => property.key.name));
  const shared = format.root.tags.filter((tag) => names.has(tag.name)).length;
  if (format.etape === 'candidature') return shared >= MANIFEST_TAGS && says(root, format, 'sons');
  return shared >= 3 || (shared >= 2 && format.sons !== undefined && says(root, format, 'sons'));
}

/** True when the tag of this role holds a value that the format lists. */
function says(root: JsonNode | undefined, format: Format, role: Role): boolean {
  const tag = tagByRole(format, role);
  const text = textAt(root, tag);
  return text !== undefined && tag?.shape.kind === 'string' && (tag.shape.values?.includes(text) ?? false);
}

/** The one format whose SONS the file misspells: the rest of it is checked as what it was meant to be. */
function misspeltSons(root: JsonNode | undefined, formats: readonly Format[]): Format | undefined {
  const text = formats
    .map((format) => textAt(root, tagByRole(format, 'sons')))
    .find((found) => found !== undefined);
  const near = nearValue(
    formats.flatMap(({ sons }) => sons ?? []),
    text ?? '',
  );
  return near && formats.find(({ sons }) => sons === near.value);
}

function tagByRole(format: Format, role: Role): Tag | undefined {
  return format.root.tags.find((tag) => tag.shape.role === role);
}

/** A misspelt key is read as the tag that it stands for: the rest of the file is what it was meant to be. */
function textAt(root: JsonNode | undefined, tag: Tag | undefined): string | undefined {
  if (!tag || root?.kind !== 'object') return undefined;
  const property =
    propertyNamed(root, tag.name) ??
    root.properties.find(({ key }) => nearTag(key.name, [tag]) !== undefined);
  const node = property?.value;
  if (node?.kind === 'invalid') return unquoteWord(node.raw);
  return node?.kind === 'string' ? node.value : undefined;
}
