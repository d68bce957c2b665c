import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session';

/** Has the client ask again for what it shows in and above the lines, where it can be told to. */
export function refreshMarks({ connection, client }: Session): void {
  // A client that is closing may refuse: there is nothing left to show then.
  const ignore = (): void => undefined;
  if (client.refreshHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
  if (client.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
}
