import { dirname, relative, resolve, sep } from 'node:path';
import { withManifests, withMergers, type ManifestSummary } from '../analysis/manifest-summary';
import { readSettingsFile, SETTINGS_PATH, type WorkspaceSettings } from '../analysis/workspace-settings';
import { NO_MERGER, type Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import { NO_COMPLETE_FILE_KNOWN, type DossiersComplets } from '../regulation/complete-file';
import type { Base } from '../registry/base';
import { BaseFiles } from './base-files';
import { FolderManifests } from './folder-manifests';
import { NearestSettings } from './nearest-settings';
import type { Voice } from './voice';

/** What concerns one file. */
export interface WorkspaceWord {
  readonly choice: FormatChoice | undefined;
  readonly dossiersComplets: DossiersComplets;
  readonly base: Base | undefined;
  readonly fusions: Fusions;
  /** What the manifests beside it say. */
  readonly manifests: readonly ManifestSummary[];
}

interface Nearest {
  readonly folder: string;
  readonly value: WorkspaceSettings;
}

/** What the nearest `.segur/segur.json` above a file says of it, under what the manifests beside it say. */
export class WorkspaceChoices {
  private readonly settings: NearestSettings<WorkspaceSettings>;

  private readonly bases = new BaseFiles();
  private readonly manifests = new FolderManifests();

  /** `base` is the path that the command line names: it wins over that of the settings. False where none is needed. */
  constructor(
    voice: Voice,
    private readonly base: string | undefined | false,
  ) {
    this.settings = new NearestSettings(SETTINGS_PATH, readSettingsFile, voice);
  }

  /** Throws a CannotRun when the settings cannot be trusted: files that are to be left alone would be reported. */
  async of(absolute: string): Promise<WorkspaceWord> {
    const nearest = await this.settings.above(dirname(absolute));
    const manifests = await this.manifests.in(dirname(absolute));
    return {
      choice: nearest?.value.choices.get(relative(nearest.folder, absolute).split(sep).join('/')),
      dossiersComplets: withManifests(nearest?.value.dossiersComplets ?? NO_COMPLETE_FILE_KNOWN, manifests),
      base: await this.baseOf(nearest),
      fusions: withMergers(nearest?.value.fusions ?? NO_MERGER, manifests),
      manifests,
    };
  }

  private async baseOf(nearest: Nearest | undefined): Promise<Base | undefined> {
    if (this.base === false) return undefined;
    if (this.base !== undefined) return this.bases.of({ fichier: this.base }, (path) => path);
    const setting = nearest?.value.base;
    return setting && this.bases.of(setting, (path) => resolve(nearest.folder, path));
  }
}
