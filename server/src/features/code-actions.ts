import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { locatedFixes, type LocatedFinding } from '../analysis/located';
import { say, translate, type Langue } from '../messages/catalogue';
import type { Fix, FixKind } from '../rules/finding';
import { acceptActions, type AcceptPlace } from './accept-actions';
import { attachmentRenaming, type AttachmentRenaming, type FichiersDuDocument } from './attachment-rename';
import { toDiagnostic, type DiagnosticOptions } from './diagnostics';
import { textEditOf, type CheckedDocument } from './document';
import { ruleTitle } from './rule-title';

/** Kind of the action that applies every safe fix of a file. */
export const FIX_ALL = 'source.fixAll.segur';

/** What an action that is worked out only when chosen must remember. */
export interface DeferredMending {
  readonly uri: string;
  readonly version: number;
  /** The rule to mend everywhere; every rule without one. */
  readonly code?: string;
  readonly kind: FixKind;
}

export interface CodeActionOptions extends DiagnosticOptions {
  /** The client applies `segur.afficherRegle`. */
  readonly canShowPage: boolean;
  /** Where findings of this file are accepted; undefined for a file that lies in no folder. */
  readonly accept: AcceptPlace | undefined;
  /** Undefined where the client cannot rename files, or they could not be listed. */
  readonly beside?: FichiersDuDocument | undefined;
}

/** Actions at a range: mend this, mend all of this kind, read the page; or everything safe when asked for. */
export function codeActionsAt(
  checked: CheckedDocument,
  range: Range,
  only: readonly string[] | undefined,
  options: CodeActionOptions,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    only === undefined || only.some((o) => kind === o || kind.startsWith(`${o}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(checked, range, options));
  if (only !== undefined && wanted(FIX_ALL)) actions.push(fixAll(checked));
  return actions;
}

function quickFixes(checked: CheckedDocument, range: Range, options: CodeActionOptions): CodeAction[] {
  const here = findingsAt(checked, range);
  const fixes = here.flatMap((located) => fixesOf(checked, located, options));
  const codes = [...new Set(here.map(({ finding }) => finding.code))];
  return [
    ...fixes,
    ...codes.flatMap((code) => mendAllOfKind(checked, code)),
    ...(options.accept ? acceptActions(checked, here, options.accept) : []),
    ...(options.canShowPage ? codes.map((code) => showPage(code, checked.langue)) : []),
  ];
}

/** Findings that another tool of the editor says are left out of the list of problems, not of the ways to mend. */
function findingsAt({ document, analysis }: CheckedDocument, range: Range): LocatedFinding[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return analysis.findings.filter((located) => located.start <= end && located.end >= start);
}

function fixesOf(
  checked: CheckedDocument,
  located: LocatedFinding,
  options: CodeActionOptions,
): CodeAction[] {
  const diagnostic = toDiagnostic(checked, located, options);
  const fixes = locatedFixes(located);
  const onDisk = fixes.length > 0 && options.beside && attachmentRenaming(checked, located, options.beside);
  if (onDisk) return [renameAction(onDisk, checked.langue, diagnostic)];
  const preferred = fixes.find(({ kind }) => kind === 'safe');
  return fixes.map((fix) => fixAction(checked, fix, diagnostic, fix === preferred));
}

function fixAction(
  checked: CheckedDocument,
  fix: Fix,
  diagnostic: Diagnostic,
  isPreferred: boolean,
): CodeAction {
  const { document, langue } = checked;
  return {
    title: fixTitle(say(langue, fix.title), fix.kind, langue),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: document.version },
          edits: fix.edits.map((edit) => textEditOf(document, edit)),
        },
      ],
    },
  };
}

/** A guess as that of the text alone is: the name is the user's choice. */
function renameAction({ nom, edit }: AttachmentRenaming, langue: Langue, diagnostic: Diagnostic): CodeAction {
  const title = fixTitle(translate(langue, 'action.renommer-piece', { nom }), 'unsafe', langue);
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: false, edit };
}

/** Offered where a rule has several findings and a fix: its safe fixes, or its guesses where it has no other. */
function mendAllOfKind({ document, analysis, langue }: CheckedDocument, code: string): CodeAction[] {
  const same = analysis.findings.filter(({ finding }) => finding.code === code);
  const kinds = new Set(
    same.length < 2 ? [] : same.flatMap(({ finding }) => finding.fixes().map(({ kind }) => kind)),
  );
  if (kinds.size === 0) return [];
  const kind = kinds.has('safe') ? 'safe' : 'unsafe';
  const titre = ruleTitle(code, langue);
  const title = translate(langue, 'action.corriger-ce-genre', { titre, nombre: same.length });
  const data: DeferredMending = { uri: document.uri, version: document.version, code, kind };
  return [{ title: fixTitle(title, kind, langue), kind: CodeActionKind.QuickFix, data }];
}

/** A guess says so. */
function fixTitle(titre: string, kind: FixKind, langue: Langue): string {
  return kind === 'safe' ? titre : translate(langue, 'action.a-verifier', { titre });
}

function fixAll({ document, langue }: CheckedDocument): CodeAction {
  const data: DeferredMending = { uri: document.uri, version: document.version, kind: 'safe' };
  return { title: translate(langue, 'action.corriger-tout'), kind: FIX_ALL, data };
}

function showPage(code: string, langue: Langue): CodeAction {
  const title = translate(langue, 'action.afficher-regle', { titre: ruleTitle(code, langue) });
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: 'segur.afficherRegle', arguments: [code] },
  };
}
