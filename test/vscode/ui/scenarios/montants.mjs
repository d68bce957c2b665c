// The panel of amounts on 200 requests: what it says, both ways between it and the JSON, by keyboard, for everybody,
// in every theme; a hostile text stays a text.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mixedSample } from '../../../../scripts/make-mixed-sample.mjs';
import { hasNoBarrier, inEveryTheme, pageOf } from '../panel.mjs';

export const title = 'the panel of amounts follows the text, and the text the panel, on 200 requests';

const FILE = 'melange.avance.json';
const HOSTILE = '<img src=x onerror="document.body.textContent = 0">';
/** From the key to the painted panel, on a busy machine; `measured` tells what it was. */
const MOST_MS = 1500;

export async function run(context) {
  const { workbench, folder } = context;
  const { page } = workbench;
  await page.setViewportSize({ width: 1600, height: 1000 });
  fs.writeFileSync(path.join(folder, FILE), mixedSample(200));
  await workbench.openFile(FILE);
  await page.keyboard.press('Control+b');
  await workbench.runCommand('Amounts overview');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Montants' }).waitFor();
  const table = panel.getByRole('table', { name: 'Montants de chaque demande' });

  await saysTheAmounts(panel, table);
  await inEveryTheme(context);
  await filtersAndSorts(context, panel, table);
  await goesToTheText(context, table);
  await followsTheCursor(context, table);
  await followsTyping(context, table);
  await copiesAndExports(context, panel);
  await fitsEverywhere(context, panel);
  await keepsTextsAsTexts(context, panel, table);
}

const rowOf = (table, name) => table.getByRole('row').filter({ hasText: name });
const plain = (text) => text.replaceAll('\u00a0', ' ');

async function saysTheAmounts(panel, table) {
  await rowOf(table, 'LGC1-0200').waitFor();
  assert.equal(await table.getByRole('rowheader').count(), 200);
  const over = plain(await rowOf(table, 'LGC1-0004').innerText());
  assert.match(
    over,
    /KO[^]*358,33 €\s+430,00 € TTC\s+barème S1\s+490,92 €\s+−132,59 €\s+au-delà du plafond\s/,
  );
  assert.match(over, /\s138 % du plafond\s+589,10 €\s+TVA 20 %\s+176,73 €\s+412,37 €/);
  const unknown = plain(await rowOf(table, 'LGC1-0007').innerText());
  assert.match(unknown, /KO[^]*inconnu\s+note 2/);
  assert.match(await panel.getByRole('listitem').nth(1).innerText(), /^Avance et solde inconnus/);
  const totals = panel.getByRole('table', { name: 'Totaux par SONS et prestation' });
  assert.match(
    plain(await totals.innerText()),
    /MDV-LGC-Va1\s+VAGUE_1\s+200\s+213 136,22 €\s+hors inconnus : 6/,
  );
}

async function filtersAndSorts({ workbench: { page }, eventually }, panel, table) {
  const field = panel.getByLabel('Référence, nom ou numéro');
  const count = panel.getByRole('status');
  const said = (text) => eventually(text, async () => (await count.innerText()) === text);
  await field.fill('eglantier');
  await said('Demandes affichées : 17 sur 200');
  await panel.getByLabel('Demandes à afficher').selectOption('depasse');
  await said('Demandes affichées : 3 sur 200');
  await field.fill('');
  await said('Demandes affichées : 22 sur 200');
  const header = table.getByRole('columnheader', { name: 'Écart HT' });
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  const gaps = await table.locator('tbody td.ecart').allInnerTexts();
  const cents = gaps.map((text) => Number(text.split('€')[0].replace(/[^\d]/g, '')));
  assert.deepEqual(
    cents,
    cents.toSorted((a, b) => b - a),
  );
  await page.keyboard.press('Enter');
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  assert.equal(await table.locator('[aria-sort]').count(), 1);
  await table.getByRole('columnheader', { name: 'Demande' }).getByRole('button').click();
  await field.fill('nothing of the kind');
  await said('Aucune demande ne répond à ce choix.');
  await field.fill('');
  await panel.getByLabel('Demandes à afficher').selectOption('toutes');
  await said('Demandes affichées : 200 sur 200');
}

/** By mouse, then by keyboard. */
async function goesToTheText({ workbench: { page, editor } }, table) {
  await rowOf(table, 'LGC1-0120').locator('td').first().click();
  await editor.find('"referenceDemande": "LGC1-0120"');
  await page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
  await rowOf(table, 'LGC1-0121').getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editor.find('"referenceDemande": "LGC1-0123"');
}

async function followsTheCursor({ workbench: { page, editor }, eventually }, table) {
  await editor.press('Control+Home');
  await eventually('no row marked', async () => (await table.locator('[aria-current]').count()) === 0);
  await editor.press('Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  const last = rowOf(table, 'LGC1-0200');
  await eventually('the last row marked', async () => (await last.getAttribute('aria-current')) === 'true');
  assert.equal(await table.locator('[aria-current]').count(), 1);
  const box = await last.boundingBox();
  assert.ok(box && box.y > 100 && box.y + box.height <= page.viewportSize().height, JSON.stringify(box));
}

/** A digit typed in the last request shows in its row, the rest stands still. */
async function followsTyping({ workbench, eventually }, table) {
  const { page, editor } = workbench;
  const header = table.getByRole('columnheader', { name: 'Demande' });
  await header.getByRole('button').click();
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  await rowOf(table, 'LGC1-0001').getByRole('button').click();
  await editor.find('"referenceDemande": "LGC1-0001"');
  await editor.click('358.33', { at: 'start' });
  const frame = await pageOf(page);
  await frame.evaluate(watchPaint, { rang: 0, column: 4 });
  const times = [];
  for (const digit of ['1', '2', '3', '4', '5']) {
    const before = await frame.evaluate(() => window.painted.length);
    const pressed = Date.now();
    await page.keyboard.press(digit);
    const painted = await eventually('the new amount', () =>
      frame.evaluate((already) => window.painted[already], before),
    );
    times.push(painted - pressed);
  }
  console.log(`measured: from a key to the painted panel, 200 requests: ${times.join(', ')} ms`);
  assert.ok(Math.max(...times) < MOST_MS, times.join(', '));
  const row = rowOf(table, 'LGC1-0001');
  assert.match(plain(await row.innerText()), /[\d ]{6,},33 €/);
  assert.match(await row.innerText(), /au-delà du plafond/);
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  for (let times = 0; times < 5; times++) await page.keyboard.press('Backspace');
  await eventually('the old amount', async () => /0,00/.test(await row.innerText()));
  await header.getByRole('button').click();
}

/** Runs in the page: notes when a cell with another text is on the screen. */
function watchPaint({ rang, column }) {
  const read = () => document.querySelector(`tr[data-rang="${rang}"]`)?.cells[column]?.textContent;
  window.painted = [];
  let before = read();
  new window.MutationObserver(() => {
    const now = read();
    if (now === before || now === undefined) return;
    before = now;
    window.requestAnimationFrame(() => setTimeout(() => window.painted.push(Date.now())));
  }).observe(document.querySelector('#demandes'), { childList: true, subtree: true, characterData: true });
}

async function copiesAndExports({ workbench, read, eventually }, panel) {
  const { page } = workbench;
  await panel.getByLabel('Demandes à afficher').selectOption('ko');
  await panel.getByText('Demandes affichées : 36 sur 200').waitFor();
  await panel.getByRole('button', { name: 'Copier' }).click();
  await page.getByText('Demandes copiées : 36').first().waitFor();
  await panel.getByRole('button', { name: 'Exporter en CSV' }).click();
  const name = page.locator('.quick-input-widget input[type=text]');
  await eventually('a proposed file', async () => (await name.inputValue()).endsWith('montants.csv'));
  await page.keyboard.press('Enter');
  const text = await eventually('the table', () => written(read, 'montants.csv'));
  const [head, first, ...rest] = text.split('\r\n');
  assert.ok(head.startsWith('\uFEFFfichier;rang;demande;'));
  assert.match(first, /^melange\.avance\.json;4;LGC1-0004;.*;358,33;430,00;/);
  assert.equal(rest.length, 36);
  await panel.getByLabel('Demandes à afficher').selectOption('toutes');
}

/** The system's colours, and a narrow window: nothing is cut but what can be scrolled to. */
async function fitsEverywhere({ workbench, screenshot, eventually }, panel) {
  const { page } = workbench;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await hasNoBarrier(workbench);
  await screenshot('couleurs-imposees');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 800, height: 900 });
  const main = panel.locator('main');
  await eventually('a narrow panel', async () => (await main.boundingBox()).width < 420);
  const overflow = await main.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0);
  await hasNoBarrier(workbench);
  await screenshot('etroit');
  await page.setViewportSize({ width: 1600, height: 1000 });
}

/** Markup in a name is shown to the letter. */
async function keepsTextsAsTexts({ workbench, folder }, panel, table) {
  const escaped = JSON.stringify(HOSTILE);
  const text = mixedSample(3).replaceAll(
    /"(nomMedecin|nomStructure|referenceDemande|typePrestation)": "[^"]*"/g,
    `"$1": ${escaped}`,
  );
  fs.writeFileSync(path.join(folder, 'hostile.avance.json'), text);
  await workbench.page.keyboard.press('Control+1');
  await workbench.openFile('hostile.avance.json');
  await panel.getByText('hostile.avance.json').waitFor();
  await table.getByText(HOSTILE).first().waitFor();
  const shown = await table.locator('tbody').innerText();
  // Reference, name and prestation of each of the three.
  assert.equal(shown.split(HOSTILE).length - 1, 9);
  assert.equal(await panel.locator('img').count(), 0);
}

function written(read, name) {
  try {
    return read(name);
  } catch {
    return undefined;
  }
}
