import { dirname, relative, sep } from 'node:path';
import { readChoices, SETTINGS_PATH } from '../analysis/workspace-settings';
import type { FormatChoice } from '../formats/recognise';
import { NearestSettings } from './nearest-settings';
import type { Voice } from './voice';

/** What the nearest `.segur/segur.json` above a file says of it. */
export class WorkspaceChoices {
  private readonly settings: NearestSettings<ReadonlyMap<string, FormatChoice>>;

  constructor(voice: Voice) {
    this.settings = new NearestSettings(SETTINGS_PATH, readChoices, voice);
  }

  /** Throws a CannotRun when the settings cannot be trusted: files that are to be left alone would be reported. */
  async of(absolute: string): Promise<FormatChoice | undefined> {
    const nearest = await this.settings.above(dirname(absolute));
    return nearest?.value.get(relative(nearest.folder, absolute).split(sep).join('/'));
  }
}
