import * as vscode from 'vscode';

/** Writes a file in one step: what stands there is the old content or the new one, never half of one. */
export async function writeWhole(
  uri: vscode.Uri,
  content: Uint8Array,
  { overwrite }: { readonly overwrite: boolean },
): Promise<void> {
  const { fs } = vscode.workspace;
  const draft = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.tmp` });
  try {
    await fs.writeFile(draft, content);
    await fs.rename(draft, uri, { overwrite });
  } catch (error) {
    await fs.delete(draft).then(undefined, () => undefined);
    throw error;
  }
}
