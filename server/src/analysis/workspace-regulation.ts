import validate, { type SchemaRefusal } from '../generated/validate-regulation';
import type { Message } from '../messages/catalogue';
import { overrideProblem } from '../regulation/overrides';
import { regulationWith, type Regulation } from '../regulation/regulation';
import type { RegulationValues } from '../regulation/values';
import type { Fragment } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { nodeAt, strictJson, type SettingsFile, type SettingsProblem } from './settings-file';

/** Where a workspace keeps the dates and scales that its users corrected or added, from the workspace's folder. */
export const REGULATION_PATH = '.segur/regulation.json';

/** What such a file says: nothing at all while it has a problem, for a half-read correction misleads. */
export interface WorkspaceRegulation {
  readonly values: RegulationValues;
  readonly problem: SettingsProblem | undefined;
}

/** Reads the text of a `.segur/regulation.json`. Never fails. */
export function readWorkspaceRegulation(text: string): WorkspaceRegulation {
  const fragment = parseJson(text);
  const value = strictJson(text);
  if (value === undefined) {
    const message: Message = { key: 'reglages.json-invalide', params: {} };
    const offset = fragment.problems[0]?.start ?? 0;
    return { values: {}, problem: { message, offset, seenBySchema: true } };
  }
  if (!validate(value)) return { values: {}, problem: refused(fragment, validate.errors ?? []) };
  const problem = overrideProblem(value);
  if (!problem) return { values: value, problem: undefined };
  const offset = nodeAt(fragment, problem.pointer)?.start ?? 0;
  return { values: {}, problem: { message: problem.message, offset, seenBySchema: false } };
}

/** Our dates and figures under what such a file corrects. */
export function readRegulation(text: string): SettingsFile<Regulation> {
  const { values, problem } = readWorkspaceRegulation(text);
  return { value: regulationWith(values), problem };
}

/** One cause is refused several times: by the keyword that holds it, and by those around that keyword. */
function refused(fragment: Fragment, refusals: readonly SchemaRefusal[]): SettingsProblem {
  const telling = refusals.find(({ keyword }) => TELLING.includes(keyword)) ?? refusals[0];
  const { instancePath: pointer = '', params = {} } = telling ?? {};
  const owner = nodeAt(fragment, pointer);
  const cle = params.additionalProperty ?? params.propertyName;
  const property =
    owner?.kind === 'object' ? owner.properties.find(({ key: { name } }) => name === cle) : undefined;
  const offset = property?.start ?? owner?.start ?? 0;
  return { message: wordingOf(pointer, params, telling), offset, seenBySchema: true };
}

const TELLING: readonly string[] = ['additionalProperties', 'propertyNames', 'required', 'if'];

function wordingOf(
  pointer: string,
  { additionalProperty, propertyName, missingProperty }: SchemaRefusal['params'],
  refusal: SchemaRefusal | undefined,
): Message {
  const endroit = pointer === '' ? '/' : pointer;
  const cle = additionalProperty ?? propertyName;
  if (typeof cle === 'string') return { key: 'regulation.probleme.cle-inconnue', params: { cle, endroit } };
  if (typeof missingProperty === 'string') {
    return { key: 'regulation.probleme.cle-absente', params: { cle: missingProperty, endroit } };
  }
  if (refusal?.keyword === 'if') return { key: 'regulation.probleme.statut', params: { endroit } };
  return { key: 'regulation.probleme.forme', params: { endroit } };
}
