import type { Candidature } from '../dossier/candidature/candidature';
import type { Dossier } from '../dossier/dossier';
import type { FileAmongOthers } from '../dossier/neighbours';
import type { Part } from '../dossier/part';
import { isNoWorse, reread } from '../dossier/reread';
import { isMessageKey, type MessageKey } from '../messages/catalogue';
import { factsOf, isList, type MessageParam, type MessageParams } from '../messages/params';
import type { Edit } from '../syntax/edits';
import type { Span } from '../syntax/nodes';
import type { Circumstances, DossierCircumstances } from './circumstances';
import type { Finding, Fix, FixKind, Related, Severity, Wording } from './finding';

export type Famille =
  | 'syntaxe'
  | 'structure'
  | 'valeurs'
  | 'identifiants'
  | 'beneficiaires'
  | 'montants'
  | 'calendrier'
  | 'pieces'
  | 'entre-fichiers'
  | 'candidature';

export interface RuleMeta {
  /** Kebab-case French, as the user sees it; never reused for something else. */
  readonly code: string;
  readonly famille: Famille;
  /** The gravest that its findings can be. */
  readonly severity: Severity;
  /** Rows of the inventory of statements that this rule carries. */
  readonly inventaire: readonly string[];
  /** Codes of `docs/sources.md`. */
  readonly sources: readonly string[];
  /** VS Code's own JSON support says it too: not repeated where that support is at work. */
  readonly alsoBuiltinJson?: true;
  /** Without a base of eligible establishments it says nothing, or less. */
  readonly needsBase?: true;
}

/** Another place that a signal is about: of the same fragment, or of the file of `uri` with offsets in that file. */
export interface RelatedPlace {
  readonly uri?: string;
  readonly span: Span;
  readonly params?: MessageParams;
}

/** A fix as a rule writes it: the title is `regle.<code>.fix` or `regle.<code>.fix.<suffix>`. */
export interface RuleFix {
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
  readonly suffix?: string;
  readonly params?: MessageParams;
}

/**
 * Finding, wording and mending are three functions over one signal. `C` is what the rule reads, `K` what it may
 * hold it against.
 */
export interface RuleDefinition<C, S, K> extends RuleMeta {
  readonly detect: (context: C, circumstances: K) => Iterable<S>;
  /** The stretch to underline. */
  readonly where: (signal: S) => Span;
  readonly wording: (signal: S) => Wording;
  /** Other places that it is about, told by `regle.<code>.lie`. */
  readonly related?: (signal: S) => readonly RelatedPlace[];
  readonly fix?: (signal: S, context: C) => readonly RuleFix[];
  /** True for what rests on a value that our sources make doubtful: it is told one step less gravely. */
  readonly doubtful?: (signal: S) => boolean;
  /** True for what cannot be settled here, and is told as an information. */
  readonly unsettled?: (signal: S) => boolean;
}

export interface Rule<C, K> extends RuleMeta {
  readonly run: (context: C, circumstances: K) => Finding[];
}

/** Read on the envelope and on each request alike: one fragment is all that they look at. */
export type PartRule = Rule<Part, Circumstances>;
/** Read on the whole file. */
export type DossierRule = Rule<Dossier, DossierCircumstances>;
/** Read on the summary of a file, held against those of the other files. Offsets are the file's. */
export type WorkspaceRule = Rule<FileAmongOthers, Circumstances>;
/** Read on a manifest, anew each time: the hour counts. */
export type CandidatureRule = Rule<Candidature, DossierCircumstances>;

const LONGEST_SHOWN = 120;
const MOST_PIECES = 12;

/** In a malformed text, a fix that would upset the reading of the rest is not offered. */
export const partRule = <S>(definition: RuleDefinition<Part, S, Circumstances>): PartRule => {
  const { fix } = definition;
  if (!fix) return rule(definition);
  return rule({
    ...definition,
    fix: (signal, part) => fix(signal, part).filter(({ edits }) => suits(part, edits)),
  });
};
export const dossierRule = <S>(definition: RuleDefinition<Dossier, S, DossierCircumstances>): DossierRule =>
  rule(definition);
export const workspaceRule = <S>(
  definition: RuleDefinition<FileAmongOthers, S, Circumstances>,
): WorkspaceRule => rule(definition);
/** As for parts, a fix that would upset the reading of a malformed manifest is not offered. */
export const candidatureRule = <S>(
  definition: RuleDefinition<Candidature, S, DossierCircumstances>,
): CandidatureRule => {
  const { fix } = definition;
  if (!fix) return rule(definition);
  return rule({
    ...definition,
    fix: (signal, candidature) =>
      fix(signal, candidature).filter(({ edits }) => suits(candidature.part, edits)),
  });
};

function rule<C, S, K>(definition: RuleDefinition<C, S, K>): Rule<C, K> {
  const { detect, where, wording, related, fix, doubtful, unsettled, ...meta } = definition;
  const severityOf = (signal: S): Severity => {
    if (unsettled?.(signal)) return 'information';
    return doubtful?.(signal) ? softened(meta.severity) : meta.severity;
  };
  const finding = (signal: S, context: C): Finding => {
    const { start, end } = where(signal);
    const { suffix, params: whole = {} } = wording(signal);
    const params = shortened(whole);
    return {
      code: meta.code,
      severity: severityOf(signal),
      start,
      end,
      message: { key: messageKey(`regle.${meta.code}.message`, suffix), params },
      facts: factsOf(params),
      ...(related && { related: related(signal).map((place) => finishRelated(meta.code, place)) }),
      fixes: () => (fix?.(signal, context) ?? []).map((written) => finishFix(meta.code, written)),
    };
  };
  return {
    ...meta,
    run: (context, circumstances) => {
      const findings: Finding[] = [];
      for (const signal of detect(context, circumstances)) findings.push(finding(signal, context));
      return findings;
    },
  };
}

function softened(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity === 'warning' ? 'information' : severity;
}

function suits(part: Part, edits: readonly Edit[]): boolean {
  if (part.fragment.problems.length === 0) return true;
  const after = reread(part, edits);
  return after !== undefined && isNoWorse(part, after);
}

function finishRelated(code: string, { uri, span, params = {} }: RelatedPlace): Related {
  const message = { key: messageKey(`regle.${code}.lie`, undefined), params: shortened(params) };
  return { ...(uri === undefined ? {} : { uri }), start: span.start, end: span.end, message };
}

function finishFix(code: string, fix: RuleFix): Fix {
  const key = messageKey(`regle.${code}.fix`, fix.suffix);
  return { kind: fix.kind, edits: fix.edits, title: { key, params: shortened(fix.params ?? {}) } };
}

/** A value may be megabytes long: a sentence shows its beginning. */
function shortened(params: MessageParams): MessageParams {
  const short = (value: MessageParam): MessageParam => {
    if (typeof value === 'string' && value.length > LONGEST_SHOWN) {
      return `${value.slice(0, LONGEST_SHOWN - 1)}…`;
    }
    return isList(value) && value.length > MOST_PIECES ? [...value.slice(0, MOST_PIECES), '…'] : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]));
}

/** Throws on a key that the catalogue lacks: a rule's mistake, shown as such by the engine. */
function messageKey(base: string, suffix: string | undefined): MessageKey {
  const key = suffix === undefined ? base : `${base}.${suffix}`;
  if (!isMessageKey(key)) throw new Error(`no message ${key}`);
  return key;
}
