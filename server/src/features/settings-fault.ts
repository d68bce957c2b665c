import { DiagnosticSeverity, type Diagnostic, type Position } from 'vscode-languageserver-types';
import type { SettingsProblem } from '../analysis/settings-file';
import { SETTINGS_PATH } from '../analysis/workspace-settings';
import { say, translate, type Langue } from '../messages/catalogue';
import { LineIndex } from '../syntax/line-index';

/** Something to put right in a file of `.segur/`. */
export interface SettingsFault {
  readonly uri: string;
  /** From the workspace's folder. */
  readonly path: string;
  readonly text: string;
  readonly problem: SettingsProblem;
}

/** What the status item tells when the workspace's own dates and figures are left out. */
export interface CorrectionsState {
  readonly texte: string;
  /** The file, the line, and what is to be put right. */
  readonly detail: string;
  /** Where to put it right. */
  readonly uri: string;
  readonly position: Position;
}

/** On the file itself, from the place to put right to the end of its line. */
export function faultDiagnostic({ path, text, problem }: SettingsFault, langue: Langue): Diagnostic {
  const index = new LineIndex(text);
  const start = index.positionAt(problem.offset);
  const end = { line: start.line, character: index.lineText(start.line).trimEnd().length };
  const sentences = [
    say(langue, problem.message),
    // A choice that can be read counts all the same; a correction does not.
    ...(path !== SETTINGS_PATH ? [translate(langue, 'reglages.corrections-ecartees')] : []),
  ];
  return {
    range: { start, end: end.character > start.character ? end : start },
    severity: DiagnosticSeverity.Error,
    source: 'segur',
    message: sentences.join(' '),
  };
}

/** For a file that these corrections would have been applied to. */
export function correctionsState(
  { uri, path, text, problem }: SettingsFault,
  langue: Langue,
): CorrectionsState {
  const position = new LineIndex(text).positionAt(problem.offset);
  const params = { fichier: path, ligne: position.line + 1, probleme: say(langue, problem.message) };
  return {
    texte: translate(langue, 'etat.corrections'),
    detail: translate(langue, 'etat.corrections.detail', params),
    uri,
    position,
  };
}
