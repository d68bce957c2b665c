import { dirname } from 'node:path';
import { readRegulation, REGULATION_PATH } from '../analysis/workspace-regulation';
import { REGULATION, type Regulation } from '../regulation/regulation';
import { NearestSettings } from './nearest-settings';
import type { Voice } from './voice';

/**
 * Our regulation under the corrections of the nearest `.segur/regulation.json`. Throws a CannotRun when that file
 * cannot be read: dates that the user corrected would be told wrong.
 */
export class WorkspaceRegulations {
  private readonly settings: NearestSettings<Regulation>;

  constructor(voice: Voice) {
    this.settings = new NearestSettings(REGULATION_PATH, readRegulation, voice);
  }

  /** In force for what is asked from `folder`. */
  async from(folder: string): Promise<Regulation> {
    return (await this.settings.above(folder))?.value ?? REGULATION;
  }

  /** In force for a file. */
  of(absolute: string): Promise<Regulation> {
    return this.from(dirname(absolute));
  }
}
