import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start, type SegurExtension } from '../start';

/** The extension in a browser: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Promise<SegurExtension> {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
  return start(context, (options) => new LanguageClient('segur', 'Ségur', worker, options));
}

export { stop as deactivate } from '../start';
