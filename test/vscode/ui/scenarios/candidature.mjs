// A candidature from the command to the panel: what it says, both ways between it and the JSON, in every theme.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { hasNoBarrier, inEveryTheme } from '../panel.mjs';

export const title = 'a new candidature, and its panel that follows the text';

const FILE = 'db.candidature.json';
const SAMPLE = new URL(`../../../../samples/imagerie/${FILE}`, import.meta.url);
const SIZE = { width: 1600, height: 1100 };
const HOSTILE = '<img src=x onerror="document.body.textContent = 0">';

export async function run(context) {
  const { workbench, folder } = context;
  const { page } = workbench;
  await opensANewOne(context);
  await page.setViewportSize(SIZE);
  fs.copyFileSync(SAMPLE, path.join(folder, FILE));
  await workbench.openFile(FILE);
  await page.keyboard.press('Control+b');
  await workbench.runCommand('Candidature overview');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Candidature' }).waitFor();

  await saysHowFar(panel);
  await inEveryTheme(context);
  await fitsEverywhere(context, panel);
  await goesBothWays(context, panel);
  await keepsTextsAsTexts(context, panel);
  await followsTyping(context, panel);
}

async function opensANewOne({ workbench, editor, eventually, screenshot }) {
  const { page } = workbench;
  await workbench.runCommand('New candidature');
  await workbench.pick('Hôpital – DPI');
  const box = page.locator('.quick-input-widget input[type=text]');
  for (const [prompt, answer] of [
    ['Nom de la solution', 'Hélianthe'],
    ['Version à référencer', '4.2.0'],
  ]) {
    await page.locator('.quick-input-widget', { hasText: prompt }).waitFor();
    await box.fill(answer);
    await page.keyboard.press('Enter');
  }
  await page.locator('.quick-input-widget', { hasText: 'Nouvel entrant' }).waitFor();
  await screenshot('historique');
  await workbench.pick('Nouvel entrant');
  await eventually('the new manifest', async () => (await editor.visibleText()).includes('"HOP-DPI-Va2"'));
  await screenshot('nouvelle');
  assert.match(await editor.visibleText(), /"nom": "Hélianthe"/);
  assert.equal(
    await page.locator('.tab.active').getAttribute('data-resource-name'),
    'HOP-DPI-Va2.candidature.json',
  );
}

const rowOf = (panel, table, name) =>
  panel.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

async function saysHowFar(panel) {
  const steps = await panel.getByRole('table', { name: 'Étapes dans Convergence' }).innerText();
  assert.match(steps, /Éligibilité[^]*terminée[^]*validé le 01\/09\/2025/);
  const over = await rowOf(panel, "Test d'intrusion", 'criticité moyenne').innerText();
  assert.match(over, /7 KO, admis[^]*au plus 10 \(S0/);
  const progress = panel.getByRole('progressbar', { name: 'Chapitres et preuves : 1 sur 3' });
  assert.equal(await progress.getAttribute('value'), '1');
  const next = await panel.getByRole('listitem').allInnerTexts();
  assert.ok(
    next.some((text) => /Alimentation du DMP[^]*preuves qui manquent/.test(text)),
    next.join('\n'),
  );
}

/** With the colours that a system imposes, and in a panel that leaves half of a small screen to the text. */
async function fitsEverywhere({ workbench, screenshot, eventually }, panel) {
  const { page } = workbench;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await hasNoBarrier(workbench);
  await screenshot('couleurs-imposees');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  await page.setViewportSize({ width: 800, height: 900 });
  const main = panel.locator('main');
  await eventually('a narrow panel', async () => (await main.boundingBox()).width < 420);
  const overflow = await main.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0);
  await hasNoBarrier(workbench);
  await screenshot('etroit');
  await page.setViewportSize(SIZE);
}

/** By mouse, by keyboard, and from the cursor. */
async function goesBothWays({ workbench: { page, editor }, eventually }, panel) {
  await rowOf(panel, 'Étapes dans Convergence', 'Éligibilité').getByRole('button').click();
  await editor.find('"eligibilite": {');
  const row = rowOf(panel, "Test d'intrusion", 'criticité moyenne');
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await editor.find('"KOMoyens": 7');
  await eventually('the row marked', async () => (await row.getAttribute('aria-current')) === 'true');
  const section = panel.locator('section[aria-current]');
  assert.equal(await section.getAttribute('data-section'), 'intrusion');
}

/** Markup in a name is shown to the letter. */
async function keepsTextsAsTexts({ folder, read }, panel) {
  const text = read(FILE).replace('"Hélianthe DRIMbox"', JSON.stringify(HOSTILE));
  fs.writeFileSync(path.join(folder, FILE), text);
  await panel.getByText(HOSTILE).waitFor();
  assert.equal(await panel.locator('img').count(), 0);
}

async function followsTyping({ workbench: { page, editor }, eventually }, panel) {
  await editor.click('"KOMoyens": 7', { at: 'end' });
  await page.keyboard.type('1');
  const row = rowOf(panel, "Test d'intrusion", 'criticité moyenne');
  await eventually('the new count', async () => (await row.innerText()).includes('71 KO, trop'));
  await panel.getByText('Corriger les points KO').waitFor();
}
