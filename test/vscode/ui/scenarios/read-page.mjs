// Every finding has its page, in the package: it opens without a network.
export const title = 'the page of a rule opens from the menu of a finding';

export async function run({ workbench, editor, eventually, screenshot }) {
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  // VS Code's own preview may stay empty on a machine that has much to do: it is asked for again.
  const heading = workbench.webview().getByRole('heading', { name: 'Pourquoi' });
  const isShown = async () => {
    await workbench.openFile('dpi-a-corriger.avance.json');
    await editor.click('faux');
    await editor.openQuickFixes();
    await editor.chooseQuickFix('Lire la page de la règle');
    return heading.waitFor({ timeout: 25_000 }).then(
      () => true,
      () => false,
    );
  };
  await eventually('the page of the rule', isShown, 60_000);
  await screenshot('page');
}
