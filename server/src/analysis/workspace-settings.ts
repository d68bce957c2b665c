import type { Fusions } from '../dossier/fusions';
import { IGNORED, type FormatChoice } from '../formats/recognise';
import { FormatRegistry } from '../formats/registry';
import validate, { type SchemaRefusal } from '../generated/validate-segur-settings';
import type { Message } from '../messages/catalogue';
import type { DossiersComplets } from '../regulation/complete-file';
import type { Fragment } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { valueOf } from '../syntax/walk';
import { readBaseSetting, type BaseSetting } from './base-setting';
import { readCompleteFiles } from './complete-files-setting';
import { readMergers } from './mergers-setting';
import { nodeAt, strictJson, type SettingsFile, type SettingsProblem } from './settings-file';

/** Where a workspace keeps what its users decided, from the workspace's folder. */
export const SETTINGS_PATH = '.segur/segur.json';

/** What a settings file says. With a problem, what could be read stands all the same. */
export interface WorkspaceSettings {
  /** By path relative to the workspace's folder, with `/`. */
  readonly choices: ReadonlyMap<string, FormatChoice>;
  /** When the evidence files of the softwares were complete, by SONS. */
  readonly dossiersComplets: DossiersComplets;
  /** The base of eligible establishments that the folder is held against. */
  readonly base: BaseSetting | undefined;
  readonly fusions: Fusions;
  readonly problem: SettingsProblem | undefined;
}

const BUNDLED = new FormatRegistry();

/** Reads the text of a `.segur/segur.json`. Never fails. */
export function readWorkspaceSettings(text: string, registry = BUNDLED): WorkspaceSettings {
  const fragment = parseJson(text);
  const files = valueOf(fragment.root, 'fichiers');
  const choices = new Map<string, FormatChoice>();
  let unknown: SettingsProblem | undefined;
  for (const { key, value } of files?.kind === 'object' ? files.properties : []) {
    if (value?.kind !== 'string') continue;
    if (value.value === IGNORED || registry.get(value.value)) choices.set(key.name, value.value);
    else unknown ??= unknownChoice(value.value, value.start, registry);
  }
  const { dossiersComplets, problem } = readCompleteFiles(fragment.root);
  const mergers = readMergers(fragment.root);
  return {
    choices,
    dossiersComplets,
    base: readBaseSetting(strictJson(text)),
    fusions: mergers.fusions,
    problem: brokenJson(fragment) ?? unknown ?? problem ?? mergers.problem ?? refused(fragment),
  };
}

/** The same, as a file of settings. */
export function readSettingsFile(text: string): SettingsFile<WorkspaceSettings> {
  const value = readWorkspaceSettings(text);
  return { value, problem: value.problem };
}

function brokenJson({ text, problems }: Fragment): SettingsProblem | undefined {
  if (strictJson(text) !== undefined) return undefined;
  const message: Message = { key: 'reglages.json-invalide', params: {} };
  return { message, offset: problems[0]?.start ?? 0, seenBySchema: true };
}

function unknownChoice(valeur: string, offset: number, registry: FormatRegistry): SettingsProblem {
  const modeles = registry.named.map(({ id }) => id).join(', ');
  const message: Message = { key: 'reglages.modele-inconnu', params: { valeur, modeles } };
  // The schema knows what the name of a model looks like, not which ones there are.
  return { message, offset, seenBySchema: !validate({ fichiers: { fichier: valeur } }) };
}

function refused(fragment: Fragment): SettingsProblem | undefined {
  if (validate(strictJson(fragment.text))) return undefined;
  // A wrong path is refused twice: by the pattern, and by the rule on names, which tells the path.
  const refusal = validate.errors?.find(({ keyword }) => keyword !== 'pattern');
  if (!refusal) return undefined;
  const { additionalProperty: cle, propertyName: chemin } = refusal.params;
  const owner = nodeAt(fragment, refusal.instancePath);
  const key = typeof cle === 'string' ? cle : chemin;
  const property =
    owner?.kind === 'object' ? owner.properties.find(({ key: { name } }) => name === key) : undefined;
  return {
    message: wordingOf(refusal),
    offset: property?.start ?? owner?.start ?? 0,
    seenBySchema: true,
  };
}

function wordingOf({ instancePath, params: { additionalProperty, propertyName } }: SchemaRefusal): Message {
  if (/^\/base(\/|$)/.test(instancePath)) {
    return { key: 'reglages.base', params: { endroit: instancePath } };
  }
  if (typeof additionalProperty === 'string') {
    return { key: 'reglages.cle-inconnue', params: { cle: additionalProperty } };
  }
  if (typeof propertyName === 'string') return { key: 'reglages.chemin', params: { chemin: propertyName } };
  return { key: 'reglages.forme', params: { endroit: instancePath === '' ? '/' : instancePath } };
}
