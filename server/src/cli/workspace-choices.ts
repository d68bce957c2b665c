import { dirname, relative, sep } from 'node:path';
import { readSettingsFile, SETTINGS_PATH, type WorkspaceSettings } from '../analysis/workspace-settings';
import type { FormatChoice } from '../formats/recognise';
import { NO_COMPLETE_FILE_KNOWN, type DossiersComplets } from '../regulation/complete-file';
import { NearestSettings } from './nearest-settings';
import type { Voice } from './voice';

/** What concerns one file. */
export interface WorkspaceWord {
  readonly choice: FormatChoice | undefined;
  readonly dossiersComplets: DossiersComplets;
}

/** What the nearest `.segur/segur.json` above a file says of it. */
export class WorkspaceChoices {
  private readonly settings: NearestSettings<WorkspaceSettings>;

  constructor(voice: Voice) {
    this.settings = new NearestSettings(SETTINGS_PATH, readSettingsFile, voice);
  }

  /** Throws a CannotRun when the settings cannot be trusted: files that are to be left alone would be reported. */
  async of(absolute: string): Promise<WorkspaceWord> {
    const nearest = await this.settings.above(dirname(absolute));
    return {
      choice: nearest?.value.choices.get(relative(nearest.folder, absolute).split(sep).join('/')),
      dossiersComplets: nearest?.value.dossiersComplets ?? NO_COMPLETE_FILE_KNOWN,
    };
  }
}
