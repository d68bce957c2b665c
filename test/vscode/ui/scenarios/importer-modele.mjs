// An official model, its dialogs included: chosen, its roles confirmed, its report read, a file held against it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../../until.mjs';

export const title = 'a model of the ASP is imported, and files of its shape are checked by it';

const MODEL = path.join(import.meta.dirname, '../../../formats/learn/modeles/profond.avance.json');
const SCHEMA = '.segur/formats/MDV-LGC-Va2.avance.schema.json';

export async function run({ workbench, editor, folder, read, eventually, screenshot }) {
  const { page } = workbench;
  const model = fs.readFileSync(MODEL, 'utf8');
  fs.writeFileSync(path.join(folder, 'modele-officiel.json'), model);
  fs.writeFileSync(path.join(folder, 'mars.json'), model.replace('268708518', '268708519'));
  await workbench.openFile('mars.json');
  assert.equal(await editor.countSquiggles('error'), 0);

  await workbench.runCommand('Import an ASP model');
  await chooseFile({ page, eventually, screenshot }, path.join(folder, 'modele-officiel.json'));
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await rows.filter({ hasText: '→' }).first().waitFor();
  await screenshot('2-roles');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await editor.find('# Modèle importé : MDV-LGC-Va2.avance');
  await screenshot('3-rapport');
  const schema = JSON.parse(read(SCHEMA));
  assert.deepEqual([schema['x-sons'], schema['x-etape']], ['MDV-LGC-Va2', 'avance']);

  await workbench.openFile('mars.json');
  await editor.waitForSquiggle('error');
  await editor.find('268708519');
  await editor.hover('268708519', 'SIREN');
  await screenshot('4-verifie');
  await editor.press('Escape');

  // A newer model without one of its tags: the report says what changed and which file no longer fits.
  const newer = model
    .replace(/\s*"codePostalCabinet": "33110"/, '')
    .replace('"+33199000001",', '"+33199000001"');
  fs.writeFileSync(path.join(folder, 'modele-officiel.json'), newer);
  await workbench.runCommand('Import an ASP model');
  await chooseFile({ page, eventually }, path.join(folder, 'modele-officiel.json'));
  await rows.filter({ hasText: '→' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'Untitled-2' }).waitFor();
  await editor.press('Control+End');
  await eventually('the file that no longer fits', async () =>
    (await editor.visibleText()).includes('`mars.json`'),
  );
  await screenshot('5-ne-convient-plus');
}

/** In VS Code's own dialog, which is a line to write the path in. */
async function chooseFile({ page, eventually, screenshot }, file) {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await rows
    .filter({ hasText: path.basename(file) })
    .first()
    .waitFor();
  await screenshot?.('1-fichiers');
  await input.fill(file);
  // The dialog looks at the path before it takes it: an Enter that comes too early is pressed again.
  await eventually('the file is taken', async () => {
    if ((await input.inputValue()) === file) await page.keyboard.press('Enter');
    return until(async () => (await rows.filter({ hasText: '→' }).count()) > 0, 3000);
  });
}
