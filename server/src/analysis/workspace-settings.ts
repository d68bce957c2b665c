import type { Fusions } from '../dossier/fusions';
import { IGNORED, type FormatChoice } from '../formats/recognise';
import { FormatRegistry } from '../formats/registry';
import validate, { type SchemaRefusal } from '../generated/validate-segur-settings';
import type { Message } from '../messages/catalogue';
import type { DossiersComplets } from '../regulation/complete-file';
import type { RuleSettings } from '../rules/run';
import type { Fragment } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { valueOf } from '../syntax/walk';
import { readBaseSetting, type BaseSetting } from './base-setting';
import { readCompleteFiles } from './complete-files-setting';
import { readExceptions, type WrittenException } from './exceptions-setting';
import { readMergers } from './mergers-setting';
import { readSeverities } from './severities';
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
  /** The severities of this folder, by rule. */
  readonly regles: RuleSettings;
  /** What its team accepts, over or not. */
  readonly exceptions: readonly WrittenException[];
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
  const accepted = readExceptions(fragment.root);
  const mergers = readMergers(fragment.root);
  const value = strictJson(text);
  return {
    choices,
    dossiersComplets,
    base: readBaseSetting(value),
    fusions: mergers.fusions,
    regles: severitiesOf(value),
    exceptions: accepted.exceptions,
    problem:
      brokenJson(fragment) ?? unknown ?? problem ?? mergers.problem ?? accepted.problem ?? refused(fragment),
  };
}

/** The same, as a file of settings. */
export function readSettingsFile(text: string, registry = BUNDLED): SettingsFile<WorkspaceSettings> {
  const value = readWorkspaceSettings(text, registry);
  return { value, problem: value.problem };
}

function severitiesOf(value: unknown): RuleSettings {
  return typeof value === 'object' && value !== null ? readSeverities(value) : {};
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
  // A wrong name is refused twice: by its form, and by the rule on names, which alone tells it.
  const refusals = validate.errors ?? [];
  const refusal = refusals.find(({ keyword }) => keyword === 'propertyNames') ?? refusals[0];
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

function wordingOf({
  instancePath,
  params: { additionalProperty, propertyName, missingProperty },
}: SchemaRefusal): Message {
  const endroit = instancePath === '' ? '/' : instancePath;
  const [, section = ''] = instancePath.split('/');
  if (section === 'base') return { key: 'reglages.base', params: { endroit } };
  if (section === 'exceptions') {
    return typeof missingProperty === 'string'
      ? { key: 'reglages.exception.incomplete', params: { cle: missingProperty } }
      : { key: 'reglages.exception.forme', params: { endroit } };
  }
  if (typeof additionalProperty === 'string') {
    return { key: 'reglages.cle-inconnue', params: { cle: additionalProperty } };
  }
  const name = typeof propertyName === 'string' ? propertyName : undefined;
  if (section === 'regles' || section === 'familles') return severityWording(section, name);
  if (name !== undefined) return { key: 'reglages.chemin', params: { chemin: name } };
  return { key: 'reglages.forme', params: { endroit } };
}

/** Without a name, it is the word behind it that is wrong. */
function severityWording(section: 'regles' | 'familles', name: string | undefined): Message {
  if (name === undefined) return { key: 'reglages.gravite', params: {} };
  return section === 'regles'
    ? { key: 'reglages.regle-inconnue', params: { valeur: name } }
    : { key: 'reglages.famille-inconnue', params: { valeur: name } };
}
