import * as vscode from 'vscode';
import type { Etat } from '../../server/src/lsp/protocol';
import { words } from './words';

/** The language status item of the file at hand: its format, its requests, OK and KO. Absent from other files. */
export function showState(onEtat: vscode.Event<Etat>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('segur.etat', []);
  const states = new Map<string, Etat>();
  item.name = 'Ségur';
  item.command = { command: 'segur.traiterComme', title: words('etat.changer') };

  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const fichier = document && states.get(document.uri.toString())?.fichier;
    if (!document || !fichier) {
      item.selector = [];
      return;
    }
    item.selector = [{ language: document.languageId }];
    item.text = textOf(fichier);
    item.detail = `${fichier.format} — ${fichier.detail}`;
    item.severity =
      fichier.ko > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.accessibilityInformation = { label: `Ségur : ${item.text}. ${item.detail}` };
  };

  return vscode.Disposable.from(
    item,
    onEtat((etat) => {
      states.set(etat.uri, etat);
      refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument((document) => states.delete(document.uri.toString())),
  );
}

function textOf({ verifie, demandes, ko, constats, format }: NonNullable<Etat['fichier']>): string {
  if (!verifie) return format;
  if (demandes === undefined) return words('etat.candidature', { constats });
  return words(demandes > 1 ? 'etat.demandes' : 'etat.demande', {
    demandes,
    ok: demandes - ko,
    ko,
  });
}
