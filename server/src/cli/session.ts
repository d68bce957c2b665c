import { basename } from 'node:path';
import type { AnalysisInput } from '../analysis/analysis-input';
import type { EpochMinutes } from '../regulation/paris-time';
import type { Arguments } from './arguments';
import { collectFiles, type Candidate } from './collect-files';
import { CannotRun, cannotRun } from './outcome';
import { harmless } from './report/style';
import type { Source } from './source';
import { Surroundings, type ListedFile } from './surroundings';
import type { Terminal } from './terminal';
import type { Voice } from './voice';

/** A file that was read, the user's word on it, and what it is held against. */
export interface OpenedFile extends Source, ListedFile {}

export interface Listed {
  readonly files: readonly ListedFile[];
  /** The folders among the arguments. */
  readonly folders: readonly string[];
}

/** The files of a command, and the base that it names: false for a command that needs none. */
interface Named extends Pick<Arguments, 'names'> {
  readonly base: string | undefined | false;
}

/** What is to be checked of a file, at a moment. */
export function inputOf(file: OpenedFile, now: EpochMinutes): AnalysisInput {
  const { path, text, choice, settings, exceptions, registry } = file;
  const { regulation, dossiersComplets, base, fusions } = file;
  const held = { choice, settings, exceptions, registry, regulation, dossiersComplets, base, fusions };
  return { name: basename(path), text, ...held, now };
}

/** One run of a command: its terminal, its language, and whether something could not be done. */
export class Session {
  /** True once something was refused: the run ends with "could not run" whatever else was found. */
  failed = false;

  constructor(
    readonly terminal: Terminal,
    readonly voice: Voice,
  ) {}

  /** Tells a problem; the run goes on with the other files. */
  complain(reason: CannotRun): void {
    this.failed = true;
    this.note(this.voice.say('cli.probleme', { probleme: this.voice.message(reason.reason) }));
  }

  /** A line for the person at the screen, beside the output proper. */
  note(line: string): void {
    this.terminal.err(`${harmless(line)}\n`);
  }

  /** Opens the files that the arguments name, one at a time. Settings are read first: a wrong one stops everything. */
  async *open(named: Named, commande: string): AsyncGenerator<OpenedFile> {
    yield* this.read((await this.list(named, commande)).files);
  }

  /** The files that the arguments name, none of them read yet; those `given` stand for the files of the same path. */
  async list(
    { names: args, base }: Named,
    commande: string,
    given: readonly Candidate[] = [],
  ): Promise<Listed> {
    if (args.length + given.length === 0) throw cannotRun('cli.fichiers-absents', { commande });
    const { files: others, folders, refused } = await collectFiles(args, this.terminal.folder);
    const surroundings = new Surroundings(this.voice, this.terminal.folder, base);
    const files: ListedFile[] = [];
    const isGiven = new Set(given.map(({ absolute }) => absolute));
    for (const file of [...given, ...others.filter(({ absolute }) => !isGiven.has(absolute))]) {
      files.push(await surroundings.of(file));
    }
    for (const reason of refused) this.complain(reason);
    return { files, folders };
  }

  /** Reads files one at a time; those that cannot be read are told. */
  async *read(files: readonly ListedFile[]): AsyncGenerator<OpenedFile> {
    for (const file of files) {
      try {
        yield { ...file, ...(await file.content()) };
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        this.complain(error);
      }
    }
  }
}
