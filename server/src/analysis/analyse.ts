import { candidatureOf } from '../dossier/candidature/candidature';
import { referenceOf } from '../dossier/beneficiaire';
import { demandeAt, type Demande, type Dossier } from '../dossier/dossier';
import { NO_MERGER, type Fusions } from '../dossier/fusions';
import { readDemande, readEnveloppe, type Part } from '../dossier/part';
import { requestPathsOf, type Format } from '../formats/format';
import { recognise, type FormatChoice, type Recognition } from '../formats/recognise';
import { FormatRegistry } from '../formats/registry';
import type { Base } from '../registry/base';
import type { CalendarDate } from '../regulation/calendar-date';
import { NO_COMPLETE_FILE_KNOWN, type DossiersComplets } from '../regulation/complete-file';
import { dayCount } from '../regulation/day-count';
import { parisTime, type EpochMinutes } from '../regulation/paris-time';
import { REGULATION, type Regulation } from '../regulation/regulation';
import { CANDIDATURE_RULES, DOSSIER_RULES, MANIFEST_RULES, PART_RULES } from '../rules/all';
import type { Circumstances, DossierCircumstances } from '../rules/circumstances';
import type { Finding } from '../rules/finding';
import { runRules, type RuleSettings } from '../rules/run';
import { cutDocument, type CutDocument } from '../syntax/document';
import { MOST_VALUES } from '../syntax/parse-options';
import { sortOut, type AcceptedFinding, type Exception } from './exceptions';
import { locate, type LocatedFinding } from './located';

export interface AnalysisInput {
  /** The file's name, without folders. */
  readonly name: string;
  readonly text: string;
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

/** All that is known of one text. */
export interface Analysis {
  readonly text: string;
  readonly recognition: Recognition;
  /** Absent when the file is not one that is checked. */
  readonly dossier: Dossier | undefined;
  /** In the text's order. */
  readonly findings: readonly LocatedFinding[];
  /** Findings that the team accepts, with the reason: told nowhere else. In the text's order. */
  readonly accepted: readonly AcceptedFinding[];
  /** What the team accepts of this file, in force that day or not. */
  readonly exceptions: readonly Exception[];
  /** The day in Paris of the check, if somebody told it. */
  readonly today: CalendarDate | undefined;
  /** The dates and figures that it was held against. */
  readonly regulation: Regulation;
  /** When the evidence files of the softwares were complete. */
  readonly dossiersComplets: DossiersComplets;
  /** The base of eligible establishments that it was held against. */
  readonly base: Base | undefined;
  /** The mergers of establishments that it was read with. */
  readonly fusions: Fusions;
  /** What the next run may take over. */
  readonly memo: Memo;
}

interface CheckedPart {
  readonly part: Part;
  readonly findings: readonly Finding[];
}

/** Requests already read and checked, by their text, for one format, one set of settings and one day. */
export interface Memo {
  readonly format: Format | undefined;
  readonly settings: RuleSettings;
  readonly circumstances: Circumstances;
  readonly demandes: ReadonlyMap<string, CheckedPart>;
}

const BUNDLED = new FormatRegistry();
const NO_SETTINGS: RuleSettings = {};
/** A step is about a millisecond of work: short enough to stop between two key strokes. */
const REQUESTS_A_STEP = 20;
/** Values and findings kept of one file, several times what 200 requests hold. Behind, requests are not read. */
const MOST_OF_A_FILE = 200_000;

/** Checks a text from end to end. */
export function analyse(input: AnalysisInput, previous?: Memo): Analysis {
  const steps = analyseInSteps(input, previous);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Checks a text in small steps: the caller may let other work pass, or stop, at each `yield`. */
export function* analyseInSteps(input: AnalysisInput, previous?: Memo): Generator<void, Analysis> {
  const { name, text, choice, settings = NO_SETTINGS, registry = BUNDLED, now } = input;
  const circumstances = circumstancesOf(input);
  const { cut, recognition } = cutAsRecognised(name, text, choice, registry);
  if (recognition.kind !== 'format') return nothing(input, recognition, settings, circumstances);
  const { format } = recognition;

  const checker = new RequestChecker(format, settings, circumstances, previous);
  for (const [rang, { start, end }] of cut.requests.entries()) {
    checker.check(rang, start, end, text.slice(start, end));
    if (checker.hasStopped) break;
    if (rang % REQUESTS_A_STEP === REQUESTS_A_STEP - 1) yield;
  }

  const { demandes, findings, memo } = checker;
  const dossier = { format, cut, enveloppe: readEnveloppe(cut.envelope, format), demandes };
  // No `push(...list)`: more than some 100,000 arguments overflow the stack.
  const outside = findingsOutside(dossier, { ...circumstances, now }, settings);
  for (const located of outside) findings.push(located);
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  const { regulation, dossiersComplets, base, fusions, today } = circumstances;
  const { exceptions = [] } = input;
  const held = { regulation, dossiersComplets, base, fusions, exceptions, today };
  return { text, recognition, dossier, memo, ...held, ...sortedOut({ dossier, ...held }, findings) };
}

/** These findings of a file, without those that its exceptions accept. */
export function sortedOut(
  { dossier, exceptions, today }: Pick<Analysis, 'dossier' | 'exceptions' | 'today'>,
  findings: readonly LocatedFinding[],
): Pick<Analysis, 'findings' | 'accepted'> {
  const referenceAt = (rang: number): string | undefined => {
    const demande = dossier?.demandes[rang];
    return demande && referenceOf(demande.part);
  };
  return sortOut(findings, { exceptions, referenceAt, today });
}

/** What is found beside each request's own: in the envelope and on the whole file, or in a manifest. */
function findingsOutside(
  dossier: Dossier,
  circumstances: DossierCircumstances,
  settings: RuleSettings,
): LocatedFinding[] {
  const part = dossier.enveloppe;
  if (part.kind === 'candidature') {
    const form = runRules(MANIFEST_RULES, part, circumstances, settings);
    const content = runRules(CANDIDATURE_RULES, candidatureOf(part), circumstances, settings);
    return locate([...form, ...content], 0, undefined);
  }
  const ofFile = runRules(DOSSIER_RULES, dossier, circumstances, settings);
  return [
    ...locate(checkPart(part, settings, circumstances).findings, 0, undefined),
    ...ofFile.flatMap((finding) => locate([finding], 0, demandeAt(dossier, finding.start)?.rang)),
  ];
}

/** Where requests stand depends on the format, and the format on what is around them: cut widely, then as it says. */
function cutAsRecognised(
  name: string,
  text: string,
  choice: FormatChoice | undefined,
  registry: FormatRegistry,
): { cut: CutDocument; recognition: Recognition } {
  const wide = cutDocument(text, registry.requestPaths);
  const recognition = recognise(name, wide.envelope.root, choice, registry);
  if (recognition.kind !== 'format') return { recognition, cut: wide };
  const own = requestPathsOf(recognition.format);
  const isWhole = recognition.format.requestPath?.length === 0;
  const again = registry.requestPaths.length > own.length || isWhole;
  return { recognition, cut: again ? cutDocument(text, own) : wide };
}

/** Reads and checks requests one by one, taking over what an earlier run kept of the same text. */
class RequestChecker {
  readonly demandes: Demande[] = [];
  readonly findings: LocatedFinding[] = [];
  readonly memo: Memo;
  /** The file is too large: the requests behind are not read. */
  hasStopped = false;
  private left = MOST_OF_A_FILE;
  private readonly checked = new Map<string, CheckedPart>();
  private readonly known: ReadonlyMap<string, CheckedPart> | undefined;

  constructor(
    private readonly format: Format,
    private readonly settings: RuleSettings,
    private readonly circumstances: Circumstances,
    previous: Memo | undefined,
  ) {
    const usable =
      previous?.format === format &&
      previous.settings === settings &&
      areTheSame(previous.circumstances, circumstances);
    this.known = usable ? previous.demandes : undefined;
    this.memo = { format, settings, circumstances, demandes: this.checked };
  }

  check(rang: number, start: number, end: number, slice: string): void {
    const result = this.usable(this.checked, slice) ?? this.usable(this.known, slice) ?? this.fresh(slice);
    const { size, problems } = result.part.fragment;
    const isWhole = !problems.some(({ kind }) => kind === 'demesure');
    // What was cut short by this file's size says nothing about the same text elsewhere.
    if (isWhole) this.checked.set(slice, result);
    this.hasStopped = !isWhole && this.left < MOST_VALUES;
    this.left -= size + result.findings.length;
    this.demandes.push({ rang, start, end, part: result.part });
    for (const located of locate(result.findings, start, rang)) this.findings.push(located);
  }

  private usable(
    known: ReadonlyMap<string, CheckedPart> | undefined,
    slice: string,
  ): CheckedPart | undefined {
    const result = known?.get(slice);
    return result && result.part.fragment.size <= this.left ? result : undefined;
  }

  private fresh(slice: string): CheckedPart {
    const most = Math.max(0, Math.min(this.left, MOST_VALUES));
    return checkPart(readDemande(detached(slice), this.format, most), this.settings, this.circumstances);
  }
}

/**
 * The same text in memory of its own. A slice keeps the whole text that it was cut from alive, and a request
 * that is kept through many edits would keep one old file each.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

function nothing(
  { text, exceptions = [] }: AnalysisInput,
  recognition: Recognition,
  settings: RuleSettings,
  circumstances: Circumstances,
): Analysis {
  const memo = { format: undefined, settings, circumstances, demandes: new Map<string, CheckedPart>() };
  const { regulation, dossiersComplets, base, fusions, today } = circumstances;
  const held = { regulation, dossiersComplets, base, fusions, exceptions, today };
  return { text, recognition, dossier: undefined, findings: [], accepted: [], ...held, memo };
}

function checkPart(part: Part, settings: RuleSettings, circumstances: Circumstances): CheckedPart {
  return { part, findings: runRules(PART_RULES, part, circumstances, settings) };
}

function circumstancesOf({
  regulation = REGULATION,
  dossiersComplets = NO_COMPLETE_FILE_KNOWN,
  base,
  fusions = NO_MERGER,
  now,
}: AnalysisInput): Circumstances {
  const today = now === undefined ? undefined : parisTime(now).jour;
  return { regulation, dossiersComplets, base, fusions, today };
}

function areTheSame(one: Circumstances, other: Circumstances): boolean {
  return (
    one.regulation === other.regulation &&
    one.dossiersComplets === other.dossiersComplets &&
    one.base === other.base &&
    one.fusions === other.fusions &&
    countOf(one.today) === countOf(other.today)
  );
}

function countOf(day: CalendarDate | undefined): number | undefined {
  return day && dayCount(day);
}
