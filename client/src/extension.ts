import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type SegurExtension } from './start';

/** The extension in a desktop, a remote or a container: the server is a process beside the extension host. */
export function activate(context: vscode.ExtensionContext): Promise<SegurExtension> {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return start(
    context,
    (options) => new LanguageClient('segur', 'Ségur', { run: server, debug: server }, options),
  );
}

export { stop as deactivate } from './start';
