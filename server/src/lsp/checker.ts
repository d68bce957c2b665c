import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, analyseInSteps, type Analysis } from '../analysis/analyse';
import type { AnalysisInput } from '../analysis/analysis-input';
import type { Exception } from '../analysis/exceptions';
import type { Memo } from '../analysis/memo';
import { fileNameOf } from '../dossier/file-name';
import type { Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import type { FormatRegistry } from '../formats/registry';
import type { Base } from '../registry/base';
import type { DossiersComplets } from '../regulation/complete-file';
import type { EpochMinutes } from '../regulation/paris-time';
import type { Period } from '../regulation/period';
import type { Regulation } from '../regulation/regulation';
import type { RuleSettings } from '../rules/run';
import type { SourceText } from '../syntax/source-text';
import { inBreaths } from './breath';
import { sourceOf } from './open-document';

/** What the checker must know of the outside. */
export interface CheckerContext {
  readonly settings: (uri: string) => RuleSettings;
  readonly choice: (uri: string) => FormatChoice | undefined;
  readonly registry: (uri: string) => FormatRegistry;
  readonly regulation: (uri: string) => Regulation | undefined;
  readonly dossiersComplets: (uri: string) => DossiersComplets | undefined;
  readonly base: (uri: string) => Base | undefined;
  readonly exceptions: (uri: string) => readonly Exception[];
  readonly fusions: (uri: string) => Fusions;
  readonly now: () => EpochMinutes;
  /** What was found in another period may not hold in this one. */
  readonly period: () => Period;
}

/**
 * One text: a document as it was opened, at one of its versions. The version alone does not tell: a file that is
 * closed and opened again begins at the same one.
 */
interface OneText {
  readonly document: TextDocument;
  readonly version: number;
}

/** What was found of one text in one period. */
interface Dated extends OneText {
  readonly period: Period;
}

interface Kept extends Dated {
  readonly analysis: Analysis;
}

interface Run extends Dated {
  result?: Promise<Analysis | undefined>;
}

/** The analysis of each open document: at most one for a version, the newest only, dropped on close. */
export class Checker {
  private readonly kept = new Map<string, Kept>();
  private readonly running = new Map<string, Run>();
  private readonly memos = new Map<string, Memo>();

  constructor(private readonly context: CheckerContext) {}

  input(document: TextDocument): AnalysisInput {
    return this.inputOf(document.uri, sourceOf(document));
  }

  /** What a text is checked with, whether its file is open or not. */
  inputOf(uri: string, text: SourceText): AnalysisInput {
    return {
      name: fileNameOf(uri),
      text,
      choice: this.context.choice(uri),
      settings: this.context.settings(uri),
      registry: this.context.registry(uri),
      regulation: this.context.regulation(uri),
      dossiersComplets: this.context.dossiersComplets(uri),
      base: this.context.base(uri),
      exceptions: this.context.exceptions(uri),
      fusions: this.context.fusions(uri),
      now: this.context.now(),
    };
  }

  /** The analysis of the document as it is, at once: for what the user waits for. */
  now(document: TextDocument): Analysis {
    const period = this.context.period();
    const kept = this.kept.get(document.uri);
    if (isOf(kept, document) && kept.period === period) return kept.analysis;
    return this.keep(document, period, analyse(this.input(document), this.memos.get(document.uri)));
  }

  /** The same, letting other work pass; undefined when the text changed, was closed or is judged otherwise meanwhile. */
  async inPieces(document: TextDocument): Promise<Analysis | undefined> {
    const { uri, version } = document;
    const period = this.context.period();
    const kept = this.kept.get(uri);
    if (isOf(kept, document) && kept.period === period) return kept.analysis;
    const running = this.running.get(uri);
    if (isOf(running, document) && running.period === period) return running.result;
    const run: Run = { document, version, period };
    this.running.set(uri, run);
    run.result = this.check(run);
    try {
      return await run.result;
    } finally {
      if (this.running.get(uri) === run) this.running.delete(uri);
    }
  }

  /** Resolves once no check of an open document is under way: for work that can wait. */
  async idle(): Promise<void> {
    while (this.running.size > 0) {
      for (const { result } of [...this.running.values()]) await result;
    }
  }

  forget(uri: string): void {
    this.kept.delete(uri);
    this.memos.delete(uri);
    this.running.delete(uri);
  }

  /** Settings or choices changed: nothing that was found stands. */
  forgetAll(): void {
    this.kept.clear();
    this.running.clear();
  }

  private async check(run: Run): Promise<Analysis | undefined> {
    const { document, period } = run;
    const steps = analyseInSteps(this.input(document), this.memos.get(document.uri));
    const isWanted = (): boolean => isOf(run, document) && this.running.get(document.uri) === run;
    const analysis = await inBreaths(steps, isWanted);
    return analysis && this.keep(document, period, analysis);
  }

  private keep(document: TextDocument, period: Period, analysis: Analysis): Analysis {
    this.kept.set(document.uri, { document, version: document.version, period, analysis });
    this.memos.set(document.uri, analysis.memo);
    return analysis;
  }
}

/** True when this is about the document as it is now. */
function isOf<T extends OneText>(text: T | undefined, document: TextDocument): text is T {
  return text?.document === document && text.version === document.version;
}
