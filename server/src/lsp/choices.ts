import { readSettingsFile, SETTINGS_PATH, type WorkspaceSettings } from '../analysis/workspace-settings';
import type { Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import type { DossiersComplets } from '../regulation/complete-file';
import { FolderSettings, type ReadFile } from './folder-settings';
import type { Choix } from './protocol';

/** What users decided for their files (which format, or left alone) and know of their softwares: one file a folder. */
export class Choices {
  readonly settings: FolderSettings<WorkspaceSettings>;
  private loose: Choix = {};

  constructor(readFile: ReadFile) {
    this.settings = new FolderSettings(SETTINGS_PATH, readFile, readSettingsFile);
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
    const { folder, value } = this.settings.around(uri) ?? {};
    const path = folder === undefined ? undefined : decoded(uri.slice(folder.length + 1));
    const chosen = path === undefined ? undefined : value?.choices.get(path);
    return chosen ?? (Object.hasOwn(this.loose, uri) ? this.loose[uri] : undefined);
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
