import { CodeActionKind, type CodeAction, type TextDocumentEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ACCEPTABLE_RULES } from '../analysis/exceptions-setting';
import type { LocatedFinding } from '../analysis/located';
import { insertException, settingsWith } from '../analysis/write-exception';
import { referenceOf } from '../dossier/beneficiaire';
import { translate } from '../messages/catalogue';
import { formatJour, type CalendarDate } from '../regulation/calendar-date';
import { textEditOf, type CheckedDocument } from './document';
import { ruleTitle } from './rule-title';

/** Where exceptions to a file are written, and by whom. */
export interface AcceptPlace {
  /** The file, from its workspace folder, with `/`. */
  readonly fichier: string;
  /** The last day that is proposed. */
  readonly jusquau: CalendarDate;
  /** The client asks for the reason by itself: it applies `segur.accepterIci`. */
  readonly asks: boolean;
  readonly settings: {
    readonly uri: string;
    /** Undefined for a file that is not there. */
    readonly text: string | undefined;
    /** Of the open document, else null. */
    readonly version: number | null;
    /** The client makes a file that is not there. */
    readonly canCreate: boolean;
  };
}

/** What the command of our own client is given. */
export interface AcceptArguments {
  /** URI of the file. */
  readonly uri: string;
  readonly regle: string;
  readonly demande?: string;
  /** The last day proposed, `JJ/MM/AAAA`. */
  readonly jusquau: string;
}

/** One action for each rule and request at hand: the user says why it is accepted, and until when. */
export function acceptActions(
  checked: CheckedDocument,
  here: readonly LocatedFinding[],
  place: AcceptPlace,
): CodeAction[] {
  const seen = new Set<string>();
  return here.flatMap(({ finding: { code: regle }, demande: rang }) => {
    const demande = referenceAt(checked, rang);
    const key = JSON.stringify([regle, demande]);
    if (!ACCEPTABLE_RULES.has(regle) || seen.has(key)) return [];
    seen.add(key);
    const params = { titre: ruleTitle(regle, checked.langue), demande: demande ?? '' };
    const where = demande === undefined ? 'action.accepter.fichier' : 'action.accepter.demande';
    const title = translate(checked.langue, where, params);
    const effect = effectOf(checked, { regle, demande }, place, title);
    return effect ? [{ title, kind: CodeActionKind.QuickFix, ...effect }] : [];
  });
}

interface Accepted {
  readonly regle: string;
  readonly demande: string | undefined;
}

function effectOf(
  { document: { uri } }: CheckedDocument,
  { regle, demande }: Accepted,
  place: AcceptPlace,
  title: string,
): Pick<CodeAction, 'command' | 'edit'> | undefined {
  if (place.asks) {
    const jusquau = formatJour(place.jusquau);
    const given: AcceptArguments = { uri, regle, ...(demande !== undefined && { demande }), jusquau };
    return { command: { title, command: 'segur.accepterIci', arguments: [given] } };
  }
  const documentChanges = changesFor(place, { regle, demande });
  return documentChanges && { edit: { documentChanges } };
}

/** An entry whose reason is left to be filled in: until then it counts for nothing, and the settings file says so. */
function changesFor(
  { fichier, jusquau, settings: { uri, text, version, canCreate } }: AcceptPlace,
  accepted: Accepted,
): NonNullable<CodeAction['edit']>['documentChanges'] | undefined {
  const exception = { fichier, ...accepted, motif: '', jusquau };
  if (text === undefined) {
    const start = { line: 0, character: 0 };
    const newText = settingsWith(exception);
    const content = {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText }],
    };
    return canCreate ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, content] : undefined;
  }
  const edit = insertException(text, exception);
  if (!edit) return undefined;
  const edits = [textEditOf(TextDocument.create(uri, 'json', 0, text), edit)];
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits };
  return [change];
}

function referenceAt({ analysis }: CheckedDocument, rang: number | undefined): string | undefined {
  const demande = rang === undefined ? undefined : analysis.dossier?.demande(rang);
  const reference = demande && referenceOf(demande.part)?.trim();
  return reference === '' ? undefined : reference;
}
