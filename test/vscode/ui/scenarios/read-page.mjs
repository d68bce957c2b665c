// Every finding has its page, in the package: it opens without a network.
export const title = 'the page of a rule opens from the menu of a finding';

export async function run({ workbench, editor, screenshot }) {
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await editor.click('faux');
  await editor.openQuickFixes();
  await editor.chooseQuickFix('Lire la page de la règle');
  await workbench.webview().getByRole('heading', { name: 'Pourquoi' }).waitFor();
  await screenshot('page');
}
