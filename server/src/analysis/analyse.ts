import { candidatureOf } from '../dossier/candidature/candidature';
import { referenceOf } from '../dossier/beneficiaire';
import { demandeAt, Dossier } from '../dossier/dossier';
import type { Fusions } from '../dossier/fusions';
import { readEnveloppe } from '../dossier/part';
import { remembered } from '../dossier/remembered';
import type { Recognition } from '../formats/recognise';
import type { Base } from '../registry/base';
import type { CalendarDate } from '../regulation/calendar-date';
import type { DossiersComplets } from '../regulation/complete-file';
import type { Regulation } from '../regulation/regulation';
import { CANDIDATURE_RULES, DOSSIER_RULES, MANIFEST_RULES, PART_RULES } from '../rules/all';
import type { Circumstances, DossierCircumstances } from '../rules/circumstances';
import { runRules, type RuleSettings } from '../rules/run';
import type { SourceText } from '../syntax/source-text';
import { checkRequests } from './check-requests';
import { Shelf } from './checked-request';
import type { AnalysisInput } from './analysis-input';
import { cutFile, recutFile, type CutFile, type FileText } from './cut-file';
import { sortOut, type AcceptedFinding, type Exception } from './exceptions';
import { findsTheSame, heldAgainst } from './held-against';
import { locate, type LocatedFinding } from './located';
import type { Memo } from './memo';

/** All that is known of one text. */
export interface Analysis {
  readonly source: SourceText;
  /** The same in one string, put together when it is asked for. */
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

const NOWHERE = { start: 0 };

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
  const { name, text: source, choice, registry, now } = input;
  const { settings, circumstances } = heldAgainst(input);
  const known = previous && findsTheSame(previous, { settings, circumstances }) ? previous : undefined;
  const text: FileText = { name, source, choice, registry };
  const file = (known && recutFile(known.file, text)) ?? cutFile(text);
  const { cut, recognition } = file;
  if (recognition.kind !== 'format') return nothing(file, settings, circumstances, input);
  const { format } = recognition;

  const { requests, shelf, lineage, count } = yield* checkRequests(
    file,
    { format, settings, circumstances },
    known,
  );
  const findings: LocatedFinding[] = [];
  requests.forEach((request, rang) => {
    if (request.findings.length === 0) return;
    const { start } = cut.requests[rang] ?? NOWHERE;
    for (const located of locate(request.findings, start, rang)) findings.push(located);
  });
  const enveloppe = readEnveloppe(cut.envelope, format);
  const dossier = new Dossier({ format, cut, enveloppe, readings: requests, lineage });
  // No `push(...list)`: more than some 100,000 arguments overflow the stack.
  const outside = findingsOutside(dossier, { ...circumstances, now }, settings);
  for (const located of outside) findings.push(located);
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  const memo = { file, settings, circumstances, requests, shelf, lineage, count };
  const held = given(circumstances, input);
  return analysisOf({
    source,
    recognition,
    dossier,
    memo,
    ...held,
    ...sortedOut({ dossier, ...held }, findings),
  });
}

/** These findings of a file, without those that its exceptions accept. */
export function sortedOut(
  { dossier, exceptions, today }: Pick<Analysis, 'dossier' | 'exceptions' | 'today'>,
  findings: readonly LocatedFinding[],
): Pick<Analysis, 'findings' | 'accepted'> {
  const referenceAt = (rang: number): string | undefined => {
    const demande = dossier?.demande(rang);
    return demande && referenceIn(demande);
  };
  return sortOut(findings, { exceptions, referenceAt, today });
}

/** The reference of a request, as its file writes it. */
export const referenceIn = remembered(referenceOf);

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
    ...locate(runRules(PART_RULES, part, circumstances, settings), 0, undefined),
    ...ofFile.flatMap((finding) => locate([finding], 0, demandeAt(dossier, finding.start)?.rang)),
  ];
}

function nothing(
  file: CutFile,
  settings: RuleSettings,
  circumstances: Circumstances,
  input: AnalysisInput,
): Analysis {
  const { source, recognition } = file;
  const memo = { file, settings, circumstances, requests: [], shelf: new Shelf(), lineage: {}, count: 0 };
  return analysisOf({
    source,
    recognition,
    dossier: undefined,
    findings: [],
    accepted: [],
    ...given(circumstances, input),
    memo,
  });
}

function given(
  { regulation, dossiersComplets, base, fusions, today }: Circumstances,
  { exceptions = [] }: AnalysisInput,
) {
  return { regulation, dossiersComplets, base, fusions, exceptions, today };
}

/** What was found, with its text in one string for those who ask. */
export function analysisOf(found: Omit<Analysis, 'text'>): Analysis {
  const { source } = found;
  return {
    ...found,
    get text() {
      return source.toString();
    },
  };
}
