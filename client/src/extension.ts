import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type SegurExtension } from './start';
import { offerTasks } from './tasks';

/**
 * Megabytes of heap for the server. On a large machine node would let garbage grow far beyond what is needed:
 * with this limit it collects in time, and the largest files that are read stay under 512 MB of memory.
 */
const HEAP = '--max-old-space-size=320';

/** The extension in a desktop, a remote or a container: the server is a process beside the extension host. */
export function activate(context: vscode.ExtensionContext): Promise<SegurExtension> {
  // Before the server starts: whoever asks for tasks does not wait for it.
  context.subscriptions.push(offerTasks(context));
  const module = context.asAbsolutePath('dist/cli.js');
  const server = { module, args: ['lsp'], transport: TransportKind.ipc, options: { execArgv: [HEAP] } };
  return start(
    context,
    (options) => new LanguageClient('segur', 'Ségur', { run: server, debug: server }, options),
  );
}

export { stop as deactivate } from './start';
