import type { JsonNode } from '../syntax/nodes';
import { unquoteWord } from '../syntax/runs';
import { propertyNamed } from '../syntax/walk';
import { CANDIDATURE, commonFormat } from './bundled';
import type { Etape, Format } from './format';
import { nearTag } from './near-tag';
import { nearValue } from './near-value';
import type { FormatRegistry } from './registry';
import type { Role } from './roles';
import type { ObjectShape, Tag } from './shape';

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
  const learnt = learntThatFits(root, named, registry);
  if (!learnt && named === undefined && !registry.all.some((format) => resembles(root, format))) {
    return { kind: 'autre' };
  }
  const etape = named ?? learnt?.etape ?? etapeOfContent(root, registry);
  const format = formatFor(root, etape, learnt, registry);
  if (!format) return { kind: 'autre' };
  return { kind: 'format', format, by: named ? 'nom' : 'contenu' };
}

/** By the SONS that the file tells, else by what it looks like, else by the SONS that it misspells. */
function formatFor(
  root: JsonNode | undefined,
  etape: Etape,
  learnt: Format | undefined,
  registry: FormatRegistry,
): Format | undefined {
  if (etape === 'candidature') return registry.get(CANDIDATURE);
  const ofEtape = registry.all.filter((format) => format.etape === etape);
  const told = sonsToldIn(root, ofEtape);
  return (
    ofEtape.find((candidate) => sonsNames(candidate).some((sons) => told.includes(sons))) ??
    learnt ??
    misspeltSons(told, ofEtape) ??
    registry.get(commonFormat(etape))
  );
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
  const told = registry.all.flatMap((format) => textsAt(root, format, 'type-demande'));
  return told.some((text) => text.toUpperCase() === 'SOLDE') ? 'solde' : 'avance';
}

/** Of a manifest, whose tags are words of every day: so many of them, beside a SONS that we know. */
const MANIFEST_TAGS = 4;

/** A JSON is ours when it names a SONS that we know beside another tag of the envelope, or holds three of its tags. */
function resembles(root: JsonNode | undefined, format: Format): boolean {
  const shared = sharedTags(root, format);
  const isManifest = format.etape === 'candidature';
  if (isManifest ? shared < MANIFEST_TAGS : shared < 2 || shared >= 3) return !isManifest && shared >= 3;
  const told = textsAt(root, format, 'sons');
  return sonsNames(format).some((sons) => told.includes(sons));
}

/** How many tags of the format's root the file has, by their very names. */
function sharedTags(root: JsonNode | undefined, format: Format): number {
  if (root?.kind !== 'object') return 0;
  const names = new Set(root.properties.map((property) => property.key.name));
  return format.root.tags.filter((tag) => names.has(tag.name)).length;
}

/** Most of a learnt model's own tags have to be there, and more of them than of any model of ours. */
const MOST = 0.6;

/** The learnt model whose root the file has: its SONS may stand nowhere. */
function learntThatFits(
  root: JsonNode | undefined,
  named: Etape | undefined,
  registry: FormatRegistry,
): Format | undefined {
  const learnt = registry.learnt.filter(({ etape }) => named === undefined || etape === named);
  if (learnt.length === 0) return undefined;
  const others = registry.all.filter((format) => !registry.learnt.includes(format));
  const least = Math.max(MOST, ...others.map((format) => likeness(root, format)));
  const fits = learnt
    .map((format) => ({ format, share: likeness(root, format) }))
    .filter(({ format, share }) => share > least && sharedTags(root, format) >= 2)
    .sort((a, b) => b.share - a.share);
  const [best, next] = fits;
  return best && best.share !== next?.share ? best.format : undefined;
}

/** From 0 to 1: tags in common, of all that the file and the format's root have. */
function likeness(root: JsonNode | undefined, format: Format): number {
  if (root?.kind !== 'object') return 0;
  const shared = sharedTags(root, format);
  return shared / (root.properties.length + format.root.tags.length - shared || 1);
}

/** What a file may call the format's SONS: its name, and what the format's own tag lists or shows. */
function sonsNames(format: Format): string[] {
  const shape = tagsByRole(format.root, 'sons')[0]?.tag.shape;
  const written = shape?.kind === 'string' ? (shape.values ?? shape.examples) : [];
  if (format.etape === 'candidature') return [...written];
  return format.sons === undefined ? [] : [format.sons, ...written];
}

function sonsToldIn(root: JsonNode | undefined, formats: readonly Format[]): string[] {
  return [...new Set(formats.flatMap((format) => textsAt(root, format, 'sons')))];
}

/** The one format whose SONS the file misspells: the rest of it is checked as what it was meant to be. */
function misspeltSons(told: readonly string[], formats: readonly Format[]): Format | undefined {
  const near = nearValue(
    formats.flatMap(({ sons }) => sons ?? []),
    told[0] ?? '',
  );
  return near && formats.find(({ sons }) => sons === near.value);
}

interface TagInside {
  readonly tag: Tag;
  /** The blocks around, outermost first. */
  readonly blocks: readonly Tag[];
}

/** Tags of a role in the envelope, blocks included. */
function tagsByRole(shape: ObjectShape, role: Role, blocks: readonly Tag[] = []): TagInside[] {
  return shape.tags.flatMap((tag) => {
    if (tag.shape.role === role) return [{ tag, blocks }];
    return tag.shape.kind === 'object' ? tagsByRole(tag.shape, role, [...blocks, tag]) : [];
  });
}

function textsAt(root: JsonNode | undefined, format: Format, role: Role): string[] {
  return tagsByRole(format.root, role).flatMap(({ tag, blocks }) => {
    const block = blocks.reduce<JsonNode | undefined>((node, outer) => valueAt(node, outer), root);
    return textOf(valueAt(block, tag)) ?? [];
  });
}

/** A misspelt key is read as the tag that it stands for: the rest of the file is what it was meant to be. */
function valueAt(block: JsonNode | undefined, tag: Tag): JsonNode | undefined {
  if (block?.kind !== 'object') return undefined;
  const property =
    propertyNamed(block, tag.name) ??
    block.properties.find(({ key }) => nearTag(key.name, [tag]) !== undefined);
  return property?.value;
}

function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.kind === 'invalid') return unquoteWord(node.raw);
  return node?.kind === 'string' ? node.value : undefined;
}
