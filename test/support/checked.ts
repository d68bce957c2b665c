import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../server/src/analysis/analyse';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import type { CheckedDocument } from '../../server/src/features/document';
import type { Langue } from '../../server/src/messages/catalogue';

/** A text as the features see it, checked from end to end. */
export function checkedText(
  text: string,
  options: Partial<AnalysisInput> & { readonly langue?: Langue } = {},
): CheckedDocument {
  const { langue = 'fr', ...input } = options;
  const name = input.name ?? 'essai.avance.json';
  const document = TextDocument.create(`file:///${name}`, 'segur-demande', 1, text);
  return { document, analysis: analyse({ ...input, name, text }), langue };
}

/** The text without the first `|`, and the place where it stood. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('a | was expected');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
