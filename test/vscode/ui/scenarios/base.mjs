// The base of eligible establishments, from end to end: loaded, asked by name, its ceiling seen, overrun and kept.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openStatusCard } from '../status-card.mjs';

export const title = 'the base is loaded, gives a FINESS by its name, and holds an order to its ceiling';

const FILE = 'dpi-correct.avance.json';
const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

export async function run(context) {
  const { workbench, editor, folder, read, eventually, screenshot } = context;
  const { page } = workbench;
  await workbench.openFile(FILE);
  await tellsThatThereIsNone(context);
  await loadsTheBase(context);
  const { base } = JSON.parse(read('.segur/segur.json'));
  assert.equal(base.fichier, 'base-es-fictive.xlsx');
  assert.equal(base.feuille, 'Base ES (fictive)');
  assert.ok(base.colonnes.length > 10);

  await page.keyboard.press('Control+Home');
  await asksByName(context);
  await page
    .locator('.codelens-decoration', { hasText: /plafond\s413\s313,85\s€\sHT/ })
    .first()
    .waitFor();
  await eventually('the ceiling beside the number', async () =>
    /"990000119"\s?plafond 413 313,85 € HT/.test(plain(await editor.visibleText())),
  );
  await screenshot('plafond');
  await overrunsAndMends(context);

  // The file of the base changes: what is said follows by itself.
  const settings = path.join(folder, '.segur/segur.json');
  fs.writeFileSync(path.join(folder, 'petite.csv'), 'FINESS;Raison sociale\n990000127;Un seul (fictif)\n');
  fs.writeFileSync(settings, JSON.stringify({ base: { fichier: 'petite.csv' } }));
  await editor.waitForSquiggle('error');
  fs.writeFileSync(
    path.join(folder, 'petite.csv'),
    'FINESS;Raison sociale\n990000127;B\n990000119;A\n990000135;C\n990000143;D\n',
  );
  await editor.waitForNoSquiggle('error');
}

async function tellsThatThereIsNone({ workbench, eventually, screenshot }) {
  const card = await openStatusCard(workbench, eventually, 'Aucune base des ES éligibles');
  await card.getByText('Charger…').first().waitFor();
  await screenshot('aucune');
  // The card stays as long as the mouse is on its item.
  await workbench.page.mouse.move(600, 300);
  await workbench.page.keyboard.press('Escape');
}

async function loadsTheBase({ workbench, eventually, screenshot }) {
  const { page } = workbench;
  await workbench.runCommand('Load the base of eligible establishments');
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  await rows.filter({ hasText: 'base-es-fictive.xlsx' }).first().waitFor();
  await workbench.pick('base-es-fictive.xlsx');
  await rows.filter({ hasText: 'N° FINESS' }).first().waitFor();
  await screenshot('colonnes');
  // A card of the status bar would lie on the notification.
  await page.mouse.move(600, 300);
  await workbench.pick('Lire la base avec ces colonnes');
  const told = page.locator('.notification-toast', { hasText: 'Lignes lues' }).first();
  await told.waitFor();
  assert.match(plain(await told.innerText()), /Lignes lues : 500 ; établissements retenus : 500 ;/);
  await screenshot('chargee');
  await told.getByRole('button', { name: 'Voir le détail' }).press('Enter');
  await page.locator('.tab.active', { hasText: 'base-es-fictive.xlsx.md' }).waitFor();
  await workbench.editor.find('Établissements retenus');
  await screenshot('rapport');
  await workbench.openFile(FILE);
  const card = await openStatusCard(workbench, eventually, 'Base : 500 établissements');
  assert.match(await card.innerText(), /base-es-fictive\.xlsx/);
  await screenshot('etat');
  await workbench.editor.click('"typeDemande"');
}

/** A name typed where the number is due, and the number taken from the list. */
async function asksByName({ editor, screenshot }) {
  await editor.find('"FINESSPMSI": "990000119"');
  await editor.click('990000119');
  await editor.press('Control+Shift+ArrowRight', 'Control+ArrowLeft', 'Control+Shift+ArrowRight');
  await editor.type('montjoie');
  const labels = await editor.openSuggestions();
  assert.ok(labels.includes('990000119'), labels.join(' | '));
  await screenshot('par-nom');
  await editor.acceptSuggestion('990000119');
  await editor.find('"FINESSPMSI": "990000119"');
}

async function overrunsAndMends({ editor, screenshot }) {
  await editor.goTo(43);
  await editor.click('68500.00', { at: 'start' });
  await editor.type('5');
  await editor.waitForSquiggle('error');
  await editor.hover('568500.00', 'plafond');
  await screenshot('depasse');
  await editor.press('Escape');
  await editor.click('568500.00');
  const fixes = await editor.openQuickFixes();
  assert.ok(
    fixes.some((label) => label.includes('Ramener au plafond')),
    fixes.join(' | '),
  );
  await editor.chooseQuickFix('Ramener au plafond');
  await editor.find('413313.85');
  await editor.waitForNoSquiggle('error');
  await screenshot('mende');
}
