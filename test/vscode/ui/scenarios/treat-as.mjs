// A file that nothing tells apart: its user says what it is, and the choice is remembered.
import assert from 'node:assert/strict';

export const title = 'a file is treated as its user says, and the choice is kept in .segur/segur.json';

export async function run({ workbench, editor, read, eventually, screenshot }) {
  await workbench.openFile('autre-fichier.json');
  await workbench.runCommand('Treat as');
  await eventually(
    'the formats',
    async () => (await workbench.page.locator('.quick-input-widget .label-name').allInnerTexts()).length > 3,
  );
  await screenshot('1-formats');
  await workbench.pick('Hôpital – DPI');
  await editor.waitForSquiggle('error');
  await screenshot('2-checked');
  const kept = () => JSON.parse(read('.segur/segur.json')).fichiers;
  assert.deepEqual(kept(), { 'autre-fichier.json': 'HOP-DPI-Va2.avance' });

  await workbench.runCommand('Do not check this file');
  await editor.waitForNoSquiggle('error');
  assert.deepEqual(kept(), { 'autre-fichier.json': 'ignorer' });
  await screenshot('3-left-alone');
}
