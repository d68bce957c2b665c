// A slip in the dates that the folder corrects: the file of requests says so, and leads to the place.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openStatusCard } from '../status-card.mjs';

export const title = 'the language status tells that corrections are left out, why, and opens their file';

export async function run({ workbench, editor, folder, eventually, screenshot }) {
  const file = path.join(folder, '.segur', 'regulation.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '{\n  "echeance": []\n}\n');
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  const card = await openStatusCard(workbench, eventually, 'non pris en compte');
  assert.match(await card.innerText(), /Dates et barèmes non pris en compte[^]*ligne 2/);
  await screenshot('card');
  await card.getByText('Ouvrir le fichier').click();
  await workbench.page.locator('.tab.active', { hasText: 'regulation.json' }).waitFor();
  await editor.waitForSquiggle('warning');
  await screenshot('file');
}
