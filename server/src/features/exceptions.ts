import {
  CodeActionKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type CodeAction,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WrittenException } from '../analysis/exceptions-setting';
import type { ExceptionState } from '../analysis/exception-states';
import { proposedEnd } from '../analysis/write-exception';
import { translate, type Langue } from '../messages/catalogue';
import { formatJour, type CalendarDate } from '../regulation/calendar-date';
import { removeChild, replaceNode, type Edit } from '../syntax/edits';
import type { Span } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { valueOf } from '../syntax/walk';
import { rangeOf, textEditOf } from './document';
import { ruleTitle } from './rule-title';

/** An exception as it is written, and what is known of it. */
export interface JudgedException extends WrittenException {
  readonly state: ExceptionState;
}

/** What a settings file is shown with. */
export interface ShownSettings {
  readonly document: TextDocument;
  readonly langue: Langue;
  /** The present day. */
  readonly today: CalendarDate;
}

/** Says on a settings file which of its exceptions are over, and which accept nothing any more. */
export function exceptionDiagnostics(
  { document, langue }: ShownSettings,
  judged: readonly JudgedException[],
): Diagnostic[] {
  return judged.flatMap((one): Diagnostic[] => {
    const { jusquau, regle, demande } = one.exception;
    const params = { jour: formatJour(jusquau), titre: ruleTitle(regle, langue), demande: demande ?? '' };
    const common = {
      range: rangeOf(document, placeOf(one)),
      source: 'segur',
      code: `exception-${one.state}`,
    };
    switch (one.state) {
      case 'perimee': {
        const message = translate(langue, 'exception.perimee', params);
        return [{ ...common, severity: DiagnosticSeverity.Warning, message }];
      }
      case 'inutile': {
        const key = demande === undefined ? 'exception.inutile' : 'exception.inutile.demande';
        const tags = [DiagnosticTag.Unnecessary];
        return [
          {
            ...common,
            severity: DiagnosticSeverity.Information,
            message: translate(langue, key, params),
            tags,
          },
        ];
      }
      case 'en-vigueur':
      case 'inconnue':
        return [];
    }
  });
}

/** Takes out an exception that is over or of no use; lets one that is over go on. */
export function exceptionActions(
  shown: ShownSettings,
  judged: readonly JudgedException[],
  range: Range,
): CodeAction[] {
  const { document, langue, today } = shown;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return judged
    .filter(({ node, state }) => node.start <= end && node.end >= start && isToMend(state))
    .flatMap((one) => {
      const diagnostics = exceptionDiagnostics(shown, [one]);
      const action = (title: string, edit: Edit): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: {
          documentChanges: [
            {
              textDocument: { uri: document.uri, version: document.version },
              edits: [textEditOf(document, edit)],
            },
          ],
        },
      });
      const fragment = parseJson(document.getText());
      const remove = action(translate(langue, 'exception.retirer'), removeChild(fragment, one.node));
      const lastDay = valueOf(one.node, 'jusquau');
      if (one.state !== 'perimee' || !lastDay) return [remove];
      const jour = formatJour(proposedEnd(today));
      const prolong = translate(langue, 'exception.prolonger', { jour });
      return [remove, action(prolong, replaceNode(lastDay, JSON.stringify(jour)))];
    });
}

function isToMend(state: ExceptionState): boolean {
  return state === 'perimee' || state === 'inutile';
}

/** Where it is wrong: its day, or its rule. */
function placeOf({ node, state }: JudgedException): Span {
  return valueOf(node, state === 'perimee' ? 'jusquau' : 'regle') ?? node;
}
