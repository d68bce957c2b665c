import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import { A_REVOIR } from './protocol';
import type { Session } from './session';

/** Has the client ask again for what it shows in, above and beside the lines, where it can be told to. */
export function refreshMarks({ connection, client, options }: Session): void {
  // A client that is closing may refuse: there is nothing left to show then.
  const ignore = (): void => undefined;
  if (client.refreshHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
  if (client.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  if (options.clientSegur === true) connection.sendNotification(A_REVOIR).catch(ignore);
}
