// The orders of a file of 200 requests in the panel of deadlines: readable at once, a way to each, for everybody.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { repository } from '../../folders.mjs';
import { hasNoBarrier, pageOf, setTheme } from '../panel.mjs';

export const title = 'the panel of deadlines holds 200 orders against their dates, and leads to each';

const FILE = 'deux-cents.avance.json';

export async function run(context) {
  const { workbench, folder, eventually, screenshot } = context;
  const { page } = workbench;
  writeFile(folder);
  await page.setViewportSize({ width: 1440, height: 1100 });
  await workbench.openFile(FILE);
  await page.keyboard.press('Control+b');
  await workbench.runCommand('Deadlines overview');
  const panel = workbench.webview();
  await saysWhatComesOfTheOrders(panel);
  await leadsToARequest(context, panel);
  await setTheme(context, 'Light Modern', 'vscode-light');
  await hasNoBarrier(workbench);
  await panel.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await screenshot('clair');
  await setTheme(context, 'Dark Modern', 'vscode-dark');
  await hasNoBarrier(workbench);
  await screenshot('sombre');
  await staysReadable(context, panel);
  await takesTheSetting({ folder, eventually }, panel);
}

/** 200 requests of HOP-DPI-Va2: most within the window, and one slip of each kind here and there. */
function writeFile(folder) {
  const file = path.join(folder, FILE);
  execFileSync(process.execPath, [path.join(repository, 'scripts/make-large-sample.mjs'), file, '200']);
  let rank = 0;
  const text = fs.readFileSync(file, 'utf8').replace(/("dateSignature": )"[^"]*"/g, (_found, key) => {
    rank += 1;
    return `${key}${JSON.stringify(dateOf(rank))}`;
  });
  fs.writeFileSync(file, text);
  tellCompleteFile(folder, '15/12/2025');
}

function tellCompleteFile(folder, day) {
  fs.mkdirSync(path.join(folder, '.segur'), { recursive: true });
  const settings = { dossierComplet: { 'HOP-DPI-Va2': day } };
  fs.writeFileSync(path.join(folder, '.segur/segur.json'), JSON.stringify(settings));
}

function dateOf(rank) {
  if (rank % 50 === 0) return '16/08/2025';
  if (rank % 67 === 0) return '02/02/2026';
  if (rank === 111) return '31/02/2025';
  const [day, month] = [1 + ((rank * 11) % 27), 9 + (rank % 4)].map((part) => String(part).padStart(2, '0'));
  return month === '12' ? `${day > '14' ? '14' : day}/12/2025` : `${day}/${month}/2025`;
}

async function saysWhatComesOfTheOrders(panel) {
  await panel.getByRole('heading', { level: 3, name: 'Bons de commande du fichier' }).waitFor();
  const table = panel.getByRole('table', { name: 'Dates de signature, par constat' });
  await table.getByRole('rowheader', { name: 'à plus de 120 jours du dossier complet' }).waitFor();
  const rows = await table.locator('tbody tr').allInnerTexts();
  const counted = rows.map((row) => row.replace(/\s+/g, ' '));
  assert.match(counted[0], /^✗ ?à plus de 120 jours du dossier complet 4 16\/08\/2025 /);
  assert.match(counted[1], /^✗ ?sans date lisible 1 /);
  assert.match(counted[2], /^\? ?après une fin des avances à confirmer 2 02\/02\/2026 /);
  assert.match(counted[3], /^✓ ?dans la fenêtre 193 du 01\/09\/2025 au 14\/12\/2025 Les 193 demandes$/);
  assert.equal(counted.length, 4);
  assert.equal(await table.getByRole('button').filter({ visible: true }).count(), 7);
  const picture = panel.getByRole('img', { name: 'Frise chronologique de HOP-DPI-Va2' });
  assert.match(
    await picture.locator('desc').textContent(),
    /Bons de commande : du 16\/08\/2025 au 02\/02\/2026\./,
  );
  await panel
    .getByText("un bon de commande signé avant le référencement l'est au plus tôt le 17/08/2025")
    .waitFor();
}

/** By keyboard: the fold opens, and the request's date is selected in the JSON. */
async function leadsToARequest({ workbench, eventually }, panel) {
  await panel.getByText('Les 193 demandes').focus();
  await workbench.page.keyboard.press('Enter');
  const request = panel.getByRole('button', { name: /^DPI-0102, bon de commande du / });
  await request.focus();
  await workbench.page.keyboard.press('Enter');
  const selected = workbench.page.locator('.statusbar-item', { hasText: /\(12 selected\)/ });
  await eventually('the date of the order to be selected', () => selected.isVisible());
  const line = workbench.page.locator('.monaco-editor .view-line', { hasText: '"BC-0102"' });
  await eventually('the request in sight', () => line.isVisible());
  await panel.getByText('Les 193 demandes').click();
}

/** Forced colours, no motion, a narrow panel: nothing is lost, nothing has to be scrolled sideways. */
async function staysReadable({ workbench, eventually, screenshot }, panel) {
  const { page } = workbench;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const body = await pageOf(page);
  const durations = await body.evaluate(() =>
    [...document.querySelectorAll('*')].map((one) => getComputedStyle(one).transitionDuration),
  );
  assert.deepEqual([...new Set(durations)], ['0s']);
  const strokes = await body.evaluate(() =>
    ['.frise .etendue', '.frise .marque-jour', '.frise .rail'].map(
      (one) => getComputedStyle(document.querySelector(one)).stroke,
    ),
  );
  assert.equal(new Set(strokes).size, 1, 'one colour, that of the text');
  await hasNoBarrier(workbench);
  await screenshot('couleurs-forcees');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });

  await page.setViewportSize({ width: 740, height: 1100 });
  await eventually('a narrow panel', async () => (await body.evaluate(() => window.innerWidth)) < 400);
  const outside = await body.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth)
      .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
  });
  assert.deepEqual(outside, []);
  await hasNoBarrier(workbench);
  await panel
    .getByRole('heading', { level: 3, name: 'Bons de commande du fichier' })
    .scrollIntoViewIfNeeded();
  await screenshot('etroit');
  await page.setViewportSize({ width: 1440, height: 1100 });
}

/** Another day in the settings: the panel follows. */
async function takesTheSetting({ folder }, panel) {
  tellCompleteFile(folder, '14/12/2025');
  await panel.getByText('Dossier complet de preuves réputé déposé le 14/12/2025').waitFor();
  await panel.getByText(/^200 bons de commande : 1 sans date lisible, /).waitFor();
}
