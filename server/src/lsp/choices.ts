import type { Exception } from '../analysis/exceptions';
import { severitiesIn } from '../analysis/severities';
import { readSettingsFile, SETTINGS_PATH, type WorkspaceSettings } from '../analysis/workspace-settings';
import type { Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import type { FormatRegistry } from '../formats/registry';
import type { DossiersComplets } from '../regulation/complete-file';
import type { RuleSettings } from '../rules/run';
import { FolderSettings, type ReadFile } from './folder-settings';
import type { Choix } from './protocol';

/** What users decided for their files (which format, or left alone) and know of their softwares: one file a folder. */
export class Choices {
  readonly settings: FolderSettings<WorkspaceSettings>;
  private loose: Choix = {};
  private readonly merged = new WeakMap<
    WorkspaceSettings,
    { readonly editor: RuleSettings; readonly severities: RuleSettings }
  >();

  /** `registry` gives the formats that can be named in a folder. */
  constructor(readFile: ReadFile, registry: (folder: string) => FormatRegistry) {
    this.settings = new FolderSettings(SETTINGS_PATH, readFile, (text, folder) =>
      readSettingsFile(text, registry(folder)),
    );
  }

  /** Choices on files that lie in no folder. */
  setLoose(choices: Choix): void {
    this.loose = choices;
  }

  /** When the evidence files of the softwares around a file were complete. */
  dossiersComplets(uri: string): DossiersComplets | undefined {
    return this.settings.around(uri)?.value?.dossiersComplets;
  }

  /** The mergers that the settings around a file tell of. */
  fusions(uri: string): Fusions | undefined {
    return this.settings.around(uri)?.value?.fusions;
  }

  get(uri: string): FormatChoice | undefined {
    const { path, value } = this.at(uri);
    const chosen = path === undefined ? undefined : value?.choices.get(path);
    return chosen ?? (Object.hasOwn(this.loose, uri) ? this.loose[uri] : undefined);
  }

  /** The severities in force for a file: the folder's over the editor's. The same object while both hold. */
  severities(uri: string, editor: RuleSettings): RuleSettings {
    const { value } = this.at(uri);
    if (!value) return editor;
    const known = this.merged.get(value);
    if (known?.editor === editor) return known.severities;
    const severities = severitiesIn(editor, value.regles);
    this.merged.set(value, { editor, severities });
    return severities;
  }

  /** What the team accepts of a file. */
  exceptions(uri: string): readonly Exception[] {
    const { path, value } = this.at(uri);
    const written = value?.exceptions ?? [];
    return written.map(({ exception }) => exception).filter(({ fichier }) => fichier === path);
  }

  /** Where a file lies in its folder; undefined for one that lies in none. */
  pathOf(uri: string): string | undefined {
    return this.at(uri).path;
  }

  private at(uri: string): {
    readonly path: string | undefined;
    readonly value: WorkspaceSettings | undefined;
  } {
    const { folder, value } = this.settings.around(uri) ?? {};
    return { path: folder === undefined ? undefined : decoded(uri.slice(folder.length + 1)), value };
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
