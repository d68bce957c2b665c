import type { Fusions } from '../dossier/fusions';
import type { FormatChoice } from '../formats/recognise';
import type { FormatRegistry } from '../formats/registry';
import type { Base } from '../registry/base';
import type { DossiersComplets } from '../regulation/complete-file';
import type { EpochMinutes } from '../regulation/paris-time';
import type { Regulation } from '../regulation/regulation';
import type { RuleSettings } from '../rules/run';
import type { SourceText } from '../syntax/source-text';
import type { Exception } from './exceptions';

/** A text to check, and what it is to be held against. */
export interface AnalysisInput {
  /** The file's name, without folders. */
  readonly name: string;
  /** A string, or a text in chunks, of which an edit is followed without reading the rest. */
  readonly text: SourceText;
  readonly choice?: FormatChoice | undefined;
  readonly settings?: RuleSettings | undefined;
  readonly registry?: FormatRegistry | undefined;
  /** The dates and figures in force; the product's own by default. */
  readonly regulation?: Regulation | undefined;
  /** When the evidence files of the softwares were complete, as far as somebody said so. */
  readonly dossiersComplets?: DossiersComplets | undefined;
  /** The base of eligible establishments, if one is loaded. */
  readonly base?: Base | undefined;
  /** What the team accepts of this file. */
  readonly exceptions?: readonly Exception[] | undefined;
  /** The mergers of establishments that the users told of. */
  readonly fusions?: Fusions | undefined;
  /** The moment of the check. Without one, rules that depend on it say nothing. */
  readonly now?: EpochMinutes | undefined;
}
