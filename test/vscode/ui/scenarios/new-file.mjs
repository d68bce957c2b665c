// A new file from the command palette.
import assert from 'node:assert/strict';

export const title = 'a new file of requests is made for the SONS that is picked';

export async function run({ workbench, editor, eventually, screenshot }) {
  await workbench.runCommand('New avance request');
  await eventually(
    'the question on the SONS',
    async () => (await workbench.page.locator('.quick-input-widget .label-name').allInnerTexts()).length > 3,
  );
  await screenshot('1-sons');
  await workbench.pick('Médecins de ville');
  await eventually('the new file', async () =>
    (await editor.visibleText()).includes('"typeDemande": "AVANCE"'),
  );
  await screenshot('2-new-file');
  const text = await editor.visibleText();
  assert.match(text, /"sons": "MDV-LGC-Va[12]"/);
  assert.equal(
    await workbench.page.locator('.tab.active').getAttribute('data-resource-name'),
    'MDV-LGC-Va2.avance.json',
  );
}
