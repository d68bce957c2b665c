import type { Role } from '../../formats/roles';
import { unusedValue, type Attestation, type Shape, type Tag } from '../../formats/shape';
import { isMessageKey, translate, type Langue, type MessageKey } from '../../messages/catalogue';
import { valueMeaning } from '../value-meaning';
import { code, codes, plain } from './markdown';
import { ROLE_SOURCES } from './role-sources';

/** What a place of the model is, in Markdown: its name, its meaning, its form, and from where all this is known. */
export function tagCard(shape: Shape, tag: Tag | undefined, langue: Langue): string {
  const paragraphs = [
    titleOf(shape, tag, langue),
    ...(shape.role === undefined ? [] : [translate(langue, `role.${shape.role}.quoi`)]),
    factsOf(shape, tag, langue).join('\n'),
    originsOf(shape, langue).join('\\\n'),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function titleOf({ role }: Shape, tag: Tag | undefined, langue: Langue): string {
  const name = role === undefined ? [] : [`**${translate(langue, `role.${role}.nom`)}**`];
  return [...name, ...(tag ? [code(tag.name)] : [])].join(' · ');
}

function factsOf(shape: Shape, tag: Tag | undefined, langue: Langue): string[] {
  const facts = [formOf(shape, langue), ...valuesOf(shape, langue)];
  const unused = unusedValue(shape);
  if (tag && unused !== undefined) {
    facts.push(translate(langue, 'survol.non-concerne', { valeur: code(unused) }));
  }
  if (tag && tag.variants.length > 0) {
    facts.push(translate(langue, 'survol.variantes', { noms: codes(tag.variants) }));
  }
  return facts.filter((fact) => fact !== '').map((fact) => `- ${fact}`);
}

/** The JSON type, what the role adds to it, and the limits that the model sets. */
function formOf(shape: Shape, langue: Langue): string {
  const parts = shape.kind === 'free' ? [] : [translate(langue, `survol.type.${shape.kind}`)];
  const ofRole = shape.role === undefined ? undefined : roleForm(shape.role, langue);
  if (ofRole !== undefined) parts.push(ofRole);
  if (shape.kind === 'list' && shape.maxItems !== undefined) {
    parts.push(translate(langue, 'survol.elements', { nombre: shape.maxItems }));
  }
  if ('maxLength' in shape && shape.maxLength !== undefined) {
    parts.push(translate(langue, 'survol.longueur', { nombre: shape.maxLength }));
  }
  return parts.length === 0 ? '' : translate(langue, 'survol.forme', { forme: parts.join(', ') });
}

function roleForm(role: Role, langue: Langue): string | undefined {
  const key = `role.${role}.forme`;
  return isMessageKey(key) ? translate(langue, key) : undefined;
}

function valuesOf(shape: Shape, langue: Langue): string[] {
  if (shape.kind === 'free' || shape.kind === 'object' || shape.kind === 'list') return [];
  const told: string[] = [];
  if (shape.values) told.push(listedValues(shape, shape.values, langue));
  if (shape.examples.length > 0) {
    told.push(translate(langue, 'survol.exemples', { valeurs: codes(shape.examples) }));
  }
  return told;
}

/** In a sentence; one a line where the catalogue says what each of them means. */
function listedValues({ role }: Shape, values: readonly string[], langue: Langue): string {
  const told = values.map((value) => ({ value, meaning: valueMeaning(role, value, langue) }));
  if (told.every(({ meaning }) => meaning === undefined)) {
    return translate(langue, 'survol.valeurs', { valeurs: codes(values) });
  }
  const lines = told.map(
    ({ value, meaning }) => `  - ${code(value)}${meaning === undefined ? '' : ` : ${meaning}`}`,
  );
  return [translate(langue, 'survol.valeurs-expliquees'), ...lines].join('\n');
}

/** Where the tag is attested, and which documents explain it. */
function originsOf({ role, attestation }: Shape, langue: Langue): string[] {
  const origins: string[] = [];
  if (attestation.source !== '') {
    const source = sourceTitle(attestation.source, langue);
    origins.push(translate(langue, attestationKey(attestation), { source }));
  }
  const sources =
    role === undefined ? [] : ROLE_SOURCES[role].filter((source) => source !== attestation.source);
  if (sources.length > 0) {
    const titles = sources.map((source) => sourceTitle(source, langue)).join(' ; ');
    origins.push(translate(langue, 'survol.explications', { sources: titles }));
  }
  return origins.map((origin) => `*${origin}*`);
}

function attestationKey({ statut }: Attestation): MessageKey {
  if (statut === 'officiel') return 'attestation.officiel';
  return statut === 'ocr' ? 'attestation.ocr' : 'attestation.reconstitue';
}

/** The title of a source; a learnt model's source has none and stands for itself. */
function sourceTitle(source: string, langue: Langue): string {
  const key = `source.${source}`;
  return isMessageKey(key) ? translate(langue, key) : plain(source);
}
