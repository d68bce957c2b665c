import { zipSync } from 'fflate';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PREPARER_ZIP, type ZipPrepare } from '../../../server/src/lsp/protocol';
import { placeInSegur } from '../place-in-segur';
import { words } from '../words';
import { confirmed, fileAtCommand, type CommandFile, type WriteOptions } from './file-at-command';
import { filesBelow } from './folder-files';
import { writeWhole } from './whole-file';

/** Every entry has it: the same files make the same ZIP on any day. The first day that a ZIP can tell. */
const SAME_DAY = '1980-01-01T00:00:00';

/** A ZIP to write, and where. */
interface Prepared {
  readonly file: CommandFile;
  readonly plan: ZipPrepare;
  readonly history: vscode.Uri;
}

/** Gathers the attachments that a file of requests names in a ZIP whose name was never used. */
export async function preparerZip(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
  options: WriteOptions = {},
): Promise<void> {
  const file = await fileAtCommand(uri);
  if (!file) return;
  const prepared = await withProgress(words('zip.cherche'), (_report, token) => prepare(client, file, token));
  if (!prepared) return;
  if (!(await confirmed(questionOn(prepared), options))) return;
  try {
    const isDone = await withProgress(words('zip.prepare'), (report, token) =>
      write(client, prepared, report, token),
    );
    if (isDone) tell(prepared);
  } catch (error) {
    const erreur = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(words('zip.echec', { erreur }));
  }
}

/** Undefined, and said, when there is nothing to prepare. */
async function prepare(
  client: BaseLanguageClient,
  file: CommandFile,
  token: vscode.CancellationToken,
): Promise<Prepared | undefined> {
  const fichiers = await filesBelow(file.folder, token);
  if (token.isCancellationRequested) return undefined;
  const root = vscode.workspace.getWorkspaceFolder(file.uri)?.uri ?? file.folder;
  const history = await placeInSegur(root, 'zip-history.json');
  if (!history) return undefined;
  const plan = await client.sendRequest<ZipPrepare | null>(PREPARER_ZIP, {
    uri: client.code2ProtocolConverter.asUri(file.uri),
    fichiers,
    historique: await textAt(history),
  });
  if (!plan) {
    void vscode.window.showInformationMessage(words('pas-des-demandes'));
    return undefined;
  }
  if (plan.refus.length === 0) return { file, plan, history };
  const detail = plan.refus.join('\n');
  void vscode.window.showWarningMessage(words('zip.refus', { fichier: file.nom, detail }));
  return undefined;
}

function questionOn({ file, plan: { nom, entrees, renommages, avis } }: Prepared) {
  const names = renommages.map(({ de, en }) => words('zip.renomme', { de, en }));
  return {
    titre: words('zip.titre', { fichier: file.nom }),
    detail: [
      words('zip.detail', { nom, nombre: entrees.length }),
      ...(names.length > 0 ? [words('zip.renommages', { fichier: file.nom, liste: names.join('\n') })] : []),
      ...avis,
    ].join('\n\n'),
    oui: words('zip.ecrire'),
  };
}

type Report = (percent: number) => void;

/** Reads everything before anything changes; then the JSON, the ZIP, and the history last. False when cancelled. */
async function write(
  client: BaseLanguageClient,
  { file, plan, history }: Prepared,
  report: Report,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const contents: Record<string, Uint8Array> = {};
  for (const { nom, chemin } of plan.entrees) {
    if (token.isCancellationRequested) return false;
    contents[nom] = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(file.folder, chemin));
    report(100 / plan.entrees.length);
  }
  const archive = zipSync(contents, { level: 0, mtime: SAME_DAY });
  if (token.isCancellationRequested) return false;
  await rename(client, file, plan);
  await writeWhole(vscode.Uri.joinPath(file.folder, plan.nom), archive, { overwrite: false });
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(history, '..'));
  await writeWhole(history, new TextEncoder().encode(plan.historique), { overwrite: true });
  return true;
}

/** The new names in the file of requests, which is saved with them: it is filed with the ZIP. */
async function rename(client: BaseLanguageClient, { uri }: CommandFile, plan: ZipPrepare): Promise<void> {
  if (plan.modifications.length === 0) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== plan.version) throw new Error(words('zip.modifie-entre-temps'));
  const edits = await client.protocol2CodeConverter.asTextEdits([...plan.modifications]);
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits);
  const isDone = (await vscode.workspace.applyEdit(edit)) && (await document.save());
  if (!isDone) throw new Error(words('zip.json-pas-enregistre'));
}

function tell({ file, plan: { nom, entrees } }: Prepared): void {
  const show = words('zip.montrer');
  const said = words('zip.ecrit', { nom, nombre: entrees.length });
  void vscode.window.showInformationMessage(said, show).then((answer) => {
    const zip = vscode.Uri.joinPath(file.folder, nom);
    if (answer === show) void vscode.commands.executeCommand('revealInExplorer', zip);
  });
}

function withProgress<T>(
  title: string,
  work: (report: Report, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) =>
    work((increment) => progress.report({ increment }), token),
  );
}

async function textAt(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
