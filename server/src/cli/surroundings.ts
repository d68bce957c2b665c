import { resolve } from 'node:path';
import type { FormatRegistry } from '../formats/registry';
import type { Regulation } from '../regulation/regulation';
import type { Candidate } from './collect-files';
import type { Voice } from './voice';
import { WorkspaceChoices, type WorkspaceWord } from './workspace-choices';
import { WorkspaceFormats } from './workspace-formats';
import { WorkspaceRegulations } from './workspace-regulation';

/** A file to open, with all that is known before it is read. */
export interface ListedFile extends Candidate, WorkspaceWord {
  readonly regulation: Regulation;
  readonly registry: FormatRegistry;
}

/** What is said around files, in `.segur/` and in manifests. Each folder is read once. */
export class Surroundings {
  private readonly regulations: WorkspaceRegulations;
  private readonly formats: WorkspaceFormats;
  private readonly choices: WorkspaceChoices;

  /** `base`: the path that the command line names, from `folder`; false for a command that needs none. */
  constructor(voice: Voice, folder: string, base: string | undefined | false) {
    this.regulations = new WorkspaceRegulations(voice);
    this.formats = new WorkspaceFormats(voice);
    this.choices = new WorkspaceChoices(voice, this.formats, base && resolve(folder, base));
  }

  /** Throws a CannotRun when settings cannot be trusted. */
  async of(file: Candidate): Promise<ListedFile> {
    const word = await this.choices.of(file.absolute);
    const regulation = await this.regulations.of(file.absolute);
    return { ...file, ...word, regulation, registry: await this.formats.of(file.absolute) };
  }
}
