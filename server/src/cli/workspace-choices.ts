import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Exception } from '../analysis/exceptions';
import type { WrittenException } from '../analysis/exceptions-setting';
import { withManifests, withMergers, type ManifestSummary } from '../analysis/manifest-summary';
import { readSettingsFile, SETTINGS_PATH, type WorkspaceSettings } from '../analysis/workspace-settings';
import { NO_MERGER, type Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import { NO_COMPLETE_FILE_KNOWN, type DossiersComplets } from '../regulation/complete-file';
import type { Base } from '../registry/base';
import type { RuleSettings } from '../rules/run';
import { BaseFiles } from './base-files';
import { FolderManifests } from './folder-manifests';
import { NearestSettings } from './nearest-settings';
import type { Voice } from './voice';
import type { WorkspaceFormats } from './workspace-formats';

/** What concerns one file. */
export interface WorkspaceWord {
  readonly choice: FormatChoice | undefined;
  readonly dossiersComplets: DossiersComplets;
  readonly base: Base | undefined;
  /** The severities of its folder, by rule. */
  readonly settings: RuleSettings;
  /** What the team accepts of it. */
  readonly exceptions: readonly Exception[];
  /** All that the team accepts, and the folder that says so; undefined without settings. */
  readonly accepts: Accepts | undefined;
  readonly fusions: Fusions;
  /** What the manifests beside it say. */
  readonly manifests: readonly ManifestSummary[];
}

interface Accepts {
  readonly folder: string;
  readonly exceptions: readonly WrittenException[];
}

const NO_SETTINGS: RuleSettings = {};

interface Nearest {
  readonly folder: string;
  readonly value: WorkspaceSettings;
}

/** The same object where nothing is said, for what is kept from one run to the next. */
function settingsOf(nearest: Nearest | undefined): RuleSettings {
  const regles = nearest?.value.regles ?? NO_SETTINGS;
  return Object.keys(regles).length > 0 ? regles : NO_SETTINGS;
}

/** What the nearest `.segur/segur.json` above a file says of it, under what the manifests beside it say. */
export class WorkspaceChoices {
  private readonly settings: NearestSettings<WorkspaceSettings>;

  private readonly bases = new BaseFiles();
  private readonly manifests = new FolderManifests();

  /** `base` is the path that the command line names: it wins over that of the settings. False where none is needed. */
  constructor(
    voice: Voice,
    formats: WorkspaceFormats,
    private readonly base: string | undefined | false,
  ) {
    this.settings = new NearestSettings(
      SETTINGS_PATH,
      // It may name a model that its folder learnt.
      async (text, folder) => readSettingsFile(text, await formats.of(join(folder, SETTINGS_PATH))),
      voice,
    );
  }

  /** Throws a CannotRun when the settings cannot be trusted: files that are to be left alone would be reported. */
  async of(absolute: string): Promise<WorkspaceWord> {
    const nearest = await this.settings.above(dirname(absolute));
    const manifests = await this.manifests.in(dirname(absolute));
    const path = nearest && relative(nearest.folder, absolute).split(sep).join('/');
    const written = nearest?.value.exceptions ?? [];
    return {
      choice: path === undefined ? undefined : nearest?.value.choices.get(path),
      dossiersComplets: withManifests(nearest?.value.dossiersComplets ?? NO_COMPLETE_FILE_KNOWN, manifests),
      base: await this.baseOf(nearest),
      settings: settingsOf(nearest),
      exceptions: written.map(({ exception }) => exception).filter(({ fichier }) => fichier === path),
      accepts: nearest && { folder: nearest.folder, exceptions: written },
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
