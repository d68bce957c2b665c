import * as vscode from 'vscode';

/** A panel, and the words of its frame. */
export interface PanelPage {
  /** That of its script and of its style sheet. */
  readonly name: string;
  readonly title: string;
  readonly lang: string;
}

/**
 * A panel beside the file, with no other right than to run its one script: everything else is refused by its policy,
 * and the page learns all that it shows by messages.
 */
export function createPanel(extension: vscode.Uri, page: PanelPage): vscode.WebviewPanel {
  const script = vscode.Uri.joinPath(extension, 'dist', 'panels', `${page.name}.js`);
  // What all panels share comes first.
  const styles = ['panel', page.name].map((name) =>
    vscode.Uri.joinPath(extension, 'media', 'panels', `${name}.css`),
  );
  const panel = vscode.window.createWebviewPanel(`segur.${page.name}`, page.title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [script, ...styles].map((file) => vscode.Uri.joinPath(file, '..')),
  });
  panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.svg');
  const { webview } = panel;
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  webview.html = `<!DOCTYPE html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
${styles.map((style) => `<link rel="stylesheet" href="${webview.asWebviewUri(style).toString()}">`).join('\n')}
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
  return panel;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
