import { demandeAt, type Demande, type Dossier } from '../dossier/dossier';
import { readDemande, readEnveloppe, type Part } from '../dossier/part';
import type { Format } from '../formats/format';
import { recognise, type FormatChoice, type Recognition } from '../formats/recognise';
import { FormatRegistry } from '../formats/registry';
import { DOSSIER_RULES, PART_RULES } from '../rules/all';
import type { Finding } from '../rules/finding';
import { runRules, type RuleSettings } from '../rules/run';
import { cutDocument, type CutDocument } from '../syntax/document';
import { locate, type LocatedFinding } from './located';

export interface AnalysisInput {
  /** The file's name, without folders. */
  readonly name: string;
  readonly text: string;
  readonly choice?: FormatChoice | undefined;
  readonly settings?: RuleSettings | undefined;
  readonly registry?: FormatRegistry | undefined;
}

/** All that is known of one text. */
export interface Analysis {
  readonly text: string;
  readonly recognition: Recognition;
  /** Absent when the file is not one that is checked. */
  readonly dossier: Dossier | undefined;
  /** In the text's order. */
  readonly findings: readonly LocatedFinding[];
  /** What the next run may take over. */
  readonly memo: Memo;
}

interface CheckedPart {
  readonly part: Part;
  readonly findings: readonly Finding[];
}

/** Requests already read and checked, by their text, for one format and one set of settings. */
export interface Memo {
  readonly format: Format | undefined;
  readonly settings: RuleSettings;
  readonly demandes: ReadonlyMap<string, CheckedPart>;
}

const BUNDLED = new FormatRegistry();
const NO_SETTINGS: RuleSettings = {};
/** A step is about a millisecond of work: short enough to stop between two key strokes. */
const REQUESTS_A_STEP = 20;

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
  const { name, text, choice, settings = NO_SETTINGS, registry = BUNDLED } = input;
  const wide = cutDocument(text, registry.requestPaths);
  const recognition = recognise(name, wide.envelope.root, choice, registry);
  if (recognition.kind !== 'format') return nothing(text, recognition, settings);
  const { format } = recognition;
  const cut = registry.requestPaths.length > 1 ? cutDocument(text, [format.requestPath]) : wide;

  const known = previous?.format === format && previous.settings === settings ? previous.demandes : undefined;
  const checked = new Map<string, CheckedPart>();
  const demandes: Demande[] = [];
  const findings: LocatedFinding[] = [];
  for (const [rang, { start, end }] of cut.requests.entries()) {
    const slice = text.slice(start, end);
    const result = checked.get(slice) ?? known?.get(slice) ?? checkPart(readDemande(slice, format), settings);
    checked.set(slice, result);
    demandes.push({ rang, start, end, part: result.part });
    for (const located of locate(result.findings, start, rang)) findings.push(located);
    if (rang % REQUESTS_A_STEP === REQUESTS_A_STEP - 1) yield;
  }

  const dossier = dossierOf(cut, format, demandes);
  for (const located of locate(checkPart(dossier.enveloppe, settings).findings, 0, undefined)) findings.push(located);
  for (const finding of runRules(DOSSIER_RULES, dossier, settings)) {
    findings.push(...locate([finding], 0, demandeAt(dossier, finding.start)?.rang));
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, recognition, dossier, findings, memo: { format, settings, demandes: checked } };
}

function nothing(text: string, recognition: Recognition, settings: RuleSettings): Analysis {
  const memo = { format: undefined, settings, demandes: new Map<string, CheckedPart>() };
  return { text, recognition, dossier: undefined, findings: [], memo };
}

function dossierOf(cut: CutDocument, format: Format, demandes: readonly Demande[]): Dossier {
  return { format, cut, enveloppe: readEnveloppe(cut.envelope, format), demandes };
}

function checkPart(part: Part, settings: RuleSettings): CheckedPart {
  return { part, findings: runRules(PART_RULES, part, settings) };
}
