import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver';
import type { Session } from './session';

/** The languages of our own files; any other file that we check stays in the language `json`. */
export const OWN_LANGUAGES: readonly string[] = ['segur-demande', 'segur-candidature'];

/**
 * Layout, folds and selection are for our own languages alone: on `json` the editor has its own, and a second
 * formatter there would have it ask the user which one to take.
 */
const OWN_LANGUAGE = { documentSelector: OWN_LANGUAGES.map((language) => ({ language })) };

export async function registerOwnLanguage({ connection, client }: Session): Promise<void> {
  if (!client.registersByLanguage) return;
  const { client: registry } = connection;
  await Promise.all([
    registry.register(DocumentFormattingRequest.type, OWN_LANGUAGE),
    registry.register(DocumentRangeFormattingRequest.type, OWN_LANGUAGE),
    registry.register(FoldingRangeRequest.type, OWN_LANGUAGE),
    registry.register(SelectionRangeRequest.type, OWN_LANGUAGE),
  ]);
}
