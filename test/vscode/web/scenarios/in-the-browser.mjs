// What one does on vscode.dev: a file is opened, mended, and seen in every panel; nothing but a browser runs.
import assert from 'node:assert/strict';
import { hasNoBarrier } from '../../ui/panel.mjs';

export const title = 'in the browser alone: findings, a quick fix, saving, and each panel drawn';

export async function run(context) {
  await mendsAFile(context);
  await drawsTheAmounts(context);
  await drawsTheDeadlines(context);
  await drawsACandidature(context);
  await comparesTwoFiles(context);
}

async function mendsAFile({ workbench, editor, screenshot }) {
  await open(workbench, 'hopital', 'dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await editor.click('faux');
  await editor.openQuickFixes();
  await screenshot('corrections');
  await editor.chooseQuickFix('false');
  await editor.find('": false');
  await editor.save();
}

/** Both ways: a row leads to its request. */
async function drawsTheAmounts(context) {
  const { workbench, editor } = context;
  await open(workbench, 'hopital', 'dpi-correct.avance.json');
  await workbench.runCommand('Aperçu des montants');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Montants' }).waitFor();
  const row = panel.getByRole('row').filter({ hasText: 'DPI-2025-003' }).first();
  assert.match(await row.innerText(), /11\s232,00\s€/);
  await hasNoBarrier(workbench);
  await context.screenshot('montants');
  await row.getByRole('button').focus();
  await workbench.page.keyboard.press('Enter');
  await editor.find('"referenceDemande": "DPI-2025-003"');
  await closePanels(workbench);
}

async function drawsTheDeadlines(context) {
  const { workbench, screenshot } = context;
  await open(workbench, 'hopital', 'dpi-correct.avance.json');
  await workbench.runCommand('Aperçu des échéances');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 2, name: 'HOP-DPI-Va2' }).waitFor();
  assert.equal(await panel.getByRole('img', { name: 'Frise chronologique de HOP-DPI-Va2' }).count(), 1);
  await hasNoBarrier(workbench);
  await screenshot('echeances');
  await closePanels(workbench);
}

async function drawsACandidature(context) {
  const { workbench, screenshot } = context;
  await open(workbench, 'imagerie', 'db.candidature.json');
  await workbench.runCommand('Aperçu de la candidature');
  const panel = workbench.webview();
  await panel.getByRole('table', { name: 'Étapes dans Convergence' }).waitFor();
  await hasNoBarrier(workbench);
  await screenshot('candidature');
  await closePanels(workbench);
}

async function comparesTwoFiles(context) {
  const { workbench, screenshot } = context;
  await open(workbench, 'hopital', 'dpi-correct.avance.json');
  await workbench.runCommand('Comparer avance et solde');
  await workbench.pick('dpi-correct.solde.json');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Avance et solde' }).waitFor();
  await hasNoBarrier(workbench);
  await screenshot('comparaison');
}

/** Another panel would be a second webview. */
async function closePanels(workbench) {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
}

/** From the explorer: this file system finds no file by a part of its name. */
async function open({ page }, folder, name) {
  const row = (text) =>
    page.locator('.explorer-folders-view').getByRole('treeitem', { name: text, exact: true });
  if ((await row(folder).getAttribute('aria-expanded')) !== 'true') await row(folder).click();
  await row(name).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}
