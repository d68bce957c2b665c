import * as vscode from 'vscode';
import { inFolder } from './in-folder';
import { until } from './until';

/** The panels in front, by the names of their pages. What they draw is looked at by mouse and keyboard. */
function panels(): string[] {
  return vscode.window.tabGroups.all
    .map(({ activeTab }) => activeTab?.input)
    .flatMap((input) =>
      input instanceof vscode.TabInputWebview ? [input.viewType.split('.').at(-1) ?? ''] : [],
    );
}

suite('panels', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [name, command, path] of [
    ['montants', 'segur.apercuMontants', ['hopital', 'dpi-correct.avance.json']],
    ['echeances', 'segur.apercuEcheances', ['hopital', 'dpi-correct.avance.json']],
    ['candidature', 'segur.apercuCandidature', ['imagerie', 'db.candidature.json']],
  ] as const) {
    test(`"${name}" opens beside its file`, async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inFolder(...path)));
      await vscode.commands.executeCommand(command);
      await until(name, () => panels().includes(name));
    });
  }

  test('"comparaison" offers the soldes of the folder, the one of the same name first', async () => {
    const avance = inFolder('hopital', 'dpi-correct.avance.json');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(avance));
    void vscode.commands.executeCommand('segur.comparer', avance);
    await until('the comparison', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return panels().includes('comparaison');
    });
  });
});
