import { compileFormat } from '../formats/compile';
import type { Format } from '../formats/format';
import validate, { type SchemaRefusal } from '../generated/validate-format';
import type { Message } from '../messages/catalogue';
import { parseJson } from '../syntax/parse';
import type { Fragment, JsonNode } from '../syntax/nodes';
import { valueOf } from '../syntax/walk';
import { nodeAt, strictJson, type SettingsFile } from './settings-file';

/** Where a workspace keeps the models that it learnt, from the workspace's folder. */
export const FORMATS_FOLDER = '.segur/formats';

const ENDING = '.schema.json';

/** `MDV-LGC-Va2.avance.schema.json`. */
export function formatFileName(id: string): string {
  return `${id}${ENDING}`;
}

/** A SONS that can stand in the name of a file. */
export function isModelName(sons: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(sons);
}

export function isFormatFile(name: string): boolean {
  return name.endsWith(ENDING) && name.length > ENDING.length;
}

/** Reads a learnt model: no format at all while its file has a problem. Never fails. */
export function readLearntFormat(name: string, text: string): SettingsFile<Format | undefined> {
  const fragment = parseJson(text);
  const value = strictJson(text);
  if (value === undefined || fragment.root === undefined) {
    const offset = fragment.problems[0]?.start ?? 0;
    return refused({ key: 'modele.schema.json', params: {} }, offset, true);
  }
  if (!validate(value)) return refusedBySchema(fragment, validate.errors ?? []);
  const id = name.slice(0, -ENDING.length);
  if (!isModelId(id, valueOf(fragment.root, 'x-etape'))) {
    return refused({ key: 'modele.schema.nom', params: { nom: name } }, 0, false);
  }
  try {
    return { value: compileFormat(id, value, {}), problem: undefined };
  } catch (error) {
    // What the schema of schemas lets pass and the compiler does not: told in the compiler's own words.
    const cause = error instanceof Error ? error.message : String(error);
    return refused({ key: 'modele.schema.illisible', params: { cause } }, 0, false);
  }
}

/** The name says the SONS and the step: any other would be nobody's model, or take the place of the manifest's own. */
function isModelId(id: string, etape: JsonNode | undefined): boolean {
  const [, sons = '', written] = /^(.+)\.(avance|solde)$/.exec(id) ?? [];
  return isModelName(sons) && etape?.kind === 'string' && etape.value === written;
}

function refused(message: Message, offset: number, seenBySchema: boolean): SettingsFile<undefined> {
  return { value: undefined, problem: { message, offset, seenBySchema } };
}

/** The deepest refusal is the cause: the blocks around it are refused for it alone. */
function refusedBySchema(fragment: Fragment, refusals: readonly SchemaRefusal[]): SettingsFile<undefined> {
  const [deepest] = [...refusals].sort((a, b) => b.instancePath.length - a.instancePath.length);
  const pointer = deepest?.instancePath ?? '';
  const owner = nodeAt(fragment, pointer);
  const params = deepest?.params ?? {};
  const cle = params.additionalProperty;
  const stranger =
    owner?.kind === 'object' ? owner.properties.find(({ key }) => key.name === cle) : undefined;
  const written = owner?.kind === 'string' ? owner.value : undefined;
  return refused(wordingOf(pointer, params, written), stranger?.start ?? owner?.start ?? 0, true);
}

function wordingOf(pointer: string, params: SchemaRefusal['params'], written: string | undefined): Message {
  const endroit = pointer === '' ? '/' : pointer;
  const { additionalProperty, missingProperty } = params;
  if (typeof additionalProperty === 'string') {
    return { key: 'modele.schema.cle-inconnue', params: { cle: additionalProperty, endroit } };
  }
  if (typeof missingProperty === 'string') {
    return { key: 'modele.schema.cle-absente', params: { cle: missingProperty, endroit } };
  }
  if (written !== undefined && pointer.endsWith('/x-role')) {
    return { key: 'modele.schema.role', params: { role: written } };
  }
  return { key: 'modele.schema.forme', params: { endroit } };
}
