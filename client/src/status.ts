import * as vscode from 'vscode';
import type { Etat } from '../../server/src/lsp/protocol';
import { words } from './words';

/** The language status item of the file at hand: its format, its requests, OK and KO. Absent from other files. */
export function showState(onEtat: vscode.Event<Etat>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('segur.etat', []);
  const states = new Map<string, Etat>();
  const base = vscode.languages.createLanguageStatusItem('segur.base', []);
  const trouble = vscode.languages.createLanguageStatusItem('segur.corrections', []);
  item.name = 'Ségur';
  trouble.severity = vscode.LanguageStatusSeverity.Warning;

  const refresh = (): void => {
    // In the language of the moment: it may have been changed since.
    trouble.name = words('etat.corrections.nom');
    base.name = words('base.nom');
    base.command = { command: 'segur.chargerBase', title: words('base.charger') };
    item.command = { command: 'segur.traiterComme', title: words('etat.changer') };
    const document = vscode.window.activeTextEditor?.document;
    const { fichier, corrections, base: known } = (document && states.get(document.uri.toString())) ?? {};
    trouble.selector = document && corrections ? [{ language: document.languageId }] : [];
    if (corrections) showTrouble(trouble, corrections);
    base.selector = document && known ? [{ language: document.languageId }] : [];
    if (known) showBase(base, known);
    if (!document || !fichier) {
      item.selector = [];
      return;
    }
    item.selector = [{ language: document.languageId }];
    item.text = textOf(fichier);
    // The card shows each line whole, on one line, and scrolls sideways beyond: in full, it is for who listens.
    item.detail = fichier.court;
    item.severity =
      fichier.ko > 0 ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.accessibilityInformation = { label: `Ségur : ${item.text}. ${fichier.format}. ${fichier.detail}` };
  };

  return vscode.Disposable.from(
    item,
    base,
    trouble,
    onEtat((etat) => {
      states.set(etat.uri, etat);
      refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument((document) => states.delete(document.uri.toString())),
  );
}

/** What files are held against, or that it is missing: said here, never in the file. */
function showBase(
  item: vscode.LanguageStatusItem,
  { texte, detail, alerte }: NonNullable<Etat['base']>,
): void {
  item.text = texte;
  item.detail = detail;
  item.severity = alerte ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `Ségur : ${texte}. ${detail}` };
}

/** One sentence on what is left out and why; its link opens the file there. */
function showTrouble(
  item: vscode.LanguageStatusItem,
  { texte, detail, uri, position: { line, character } }: NonNullable<Etat['corrections']>,
): void {
  item.text = texte;
  item.detail = words('etat.corrections.ligne', { ligne: line + 1 });
  item.accessibilityInformation = { label: `Ségur : ${texte}. ${detail}` };
  const selection = new vscode.Range(line, character, line, character);
  item.command = {
    command: 'vscode.open',
    title: words('ouvrir-reglages'),
    arguments: [vscode.Uri.parse(uri), { selection }],
  };
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
