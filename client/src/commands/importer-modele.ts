import * as vscode from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type BaseLanguageClient,
} from 'vscode-languageclient';
import {
  FORMATS,
  IMPORTER_MODELE,
  type FormatLabel,
  type ImporterModele,
  type ModelePropose,
  type RolePropose,
} from '../../../server/src/lsp/protocol';
import { withoutLinks } from '../../../server/src/messages/without-links';
import { placeInSegur } from '../place-in-segur';
import { words } from '../words';

/** Learns a model from official JSON files: asks for what they do not say, has the roles confirmed, writes the schema. */
export async function importerModele(client: BaseLanguageClient): Promise<void> {
  const folder = await folderToWriteIn();
  if (!folder || !(await placeInSegur(folder.uri, 'formats'))) return;
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    defaultUri: folder.uri,
    filters: { JSON: ['json'] },
    title: words('modele.fichiers'),
  });
  if (!picked || picked.length === 0) return;
  const fichiers = await Promise.all(picked.map(readModel));
  const ask = (more: Partial<ImporterModele>): Promise<ModelePropose> =>
    client.sendRequest<ModelePropose>(IMPORTER_MODELE, { fichiers, dossier: folder.uri.toString(), ...more });
  const read = await ask({});
  if (read.refus !== undefined) {
    void vscode.window.showErrorMessage(withoutLinks(read.refus));
    return;
  }
  const sons = read.sons ?? (await askSons(client));
  const etape = sons === undefined ? undefined : (read.etape ?? (await askEtape()));
  const retenus = etape === undefined ? undefined : await confirmRoles(read.roles);
  if (sons === undefined || etape === undefined || !retenus) return;
  const { resultat } = await ask({ sons, etape, retenus });
  if (!resultat) return;
  const file = await placeInSegur(folder.uri, 'formats', resultat.nom);
  if (!file) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(resultat.schema));
  await client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: file.toString(), type: FileChangeType.Changed }],
  });
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: resultat.rapport });
  await vscode.window.showTextDocument(report);
}

async function folderToWriteIn(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) void vscode.window.showInformationMessage(words('modele.sans-dossier'));
  return folders[0];
}

async function readModel(uri: vscode.Uri): Promise<ImporterModele['fichiers'][number]> {
  const texte = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return { nom: uri.path.slice(uri.path.lastIndexOf('/') + 1), texte };
}

async function askSons(client: BaseLanguageClient): Promise<string | undefined> {
  const formats = await client.sendRequest<FormatLabel[]>(FORMATS);
  // A candidature is nobody's model: its id tells no SONS.
  const ids = formats.map(({ id }) => id).filter((id) => id.includes('.'));
  const known = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('.'))))];
  const other = words('modele.autre-sons');
  const picked = await vscode.window.showQuickPick([...known, other], { placeHolder: words('modele.sons') });
  if (picked !== other) return picked;
  return vscode.window.showInputBox({
    prompt: words('modele.sons'),
    validateInput: (text) => (/^[A-Za-z0-9-]+$/.test(text) ? undefined : words('modele.nom-de-sons')),
  });
}

async function askEtape(): Promise<'avance' | 'solde' | undefined> {
  const items = [
    { label: words('modele.avance'), etape: 'avance' as const },
    { label: words('modele.solde'), etape: 'solde' as const },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: words('modele.etape') }))?.etape;
}

/** Places whose role is kept; undefined when the person gave up. */
async function confirmRoles(roles: readonly RolePropose[]): Promise<string[] | undefined> {
  const items = roles.map(({ place, balise, role, confiance, raisons, retenu }) => ({
    label: `${balise} → ${role}`,
    description: words('modele.confiance', { confiance }),
    detail: raisons,
    picked: retenu,
    place,
  }));
  const kept = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    placeHolder: words('modele.roles'),
  });
  return kept?.map(({ place }) => place);
}
