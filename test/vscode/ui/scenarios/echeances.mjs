// The panel of deadlines: what it says, by keyboard, for everybody, in every theme; a hostile text stays a text.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { hasNoBarrier, inEveryTheme } from '../panel.mjs';

export const title =
  'the panel of deadlines follows the file, by keyboard, in every theme, and runs nothing foreign';

const HOSTILE = '<img src=x onerror="document.body.textContent = 0">';

export async function run(context) {
  const { workbench, eventually } = context;
  await workbench.page.setViewportSize({ width: 1440, height: 960 });
  await workbench.openFile('dpi-correct.avance.json');
  await workbench.page.keyboard.press('Control+b');
  await workbench.runCommand('Deadlines overview');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Échéances' }).waitFor();
  await saysTheDates(panel);
  await goesByKeyboard(workbench, panel, eventually);

  await followsTheFile(workbench, panel);

  await inEveryTheme(context);

  await workbench.openFile('dpi-correct.avance.json');
  await keepsTextsAsTexts(context, panel);
  await exportsAgenda(context, panel);
}

async function saysTheDates(panel) {
  await panel.getByRole('heading', { level: 2, name: 'HOP-DPI-Va2' }).waitFor();
  const table = panel.getByRole('table', { name: 'Dates de HOP-DPI-Va2' });
  const end = table.getByRole('row').filter({ hasText: 'Fin des avances (date 4)' });
  assert.match(await end.innerText(), /17\/12\/2025 12:00/);
  assert.match(await end.innerText(), /À confirmer : Sans doute reportée/);
  assert.equal(await table.getByRole('rowheader').count(), 13);
  const picture = panel.getByRole('img', { name: 'Frise chronologique de HOP-DPI-Va2' });
  assert.match(
    await picture.locator('desc').textContent(),
    /Avances : du 12\/09\/2024 au 17\/12\/2025 \(à confirmer\)/,
  );
}

/** Another file in front: its SONS, and its next last day. */
async function followsTheFile(workbench, panel) {
  await workbench.page.keyboard.press('Control+1');
  await workbench.openFile('db-correct.avance.json');
  await panel.getByRole('heading', { level: 2, name: 'IMG-DB-Va2' }).waitFor();
  assert.equal(await panel.getByRole('heading', { level: 2 }).count(), 1);
  const table = panel.getByRole('table', { name: 'Dates de IMG-DB-Va2' });
  assert.match(
    await table.getByRole('row').filter({ hasText: 'Arrêté' }).innerText(),
    /dite par la presse seule/,
  );
}

/** From the top: the choice, the export, the requests of the file, then the sources. */
async function goesByKeyboard({ page }, panel, eventually) {
  const focused = panel.locator(':focus');
  await panel.getByRole('heading', { level: 1 }).click();
  const order = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    order.push(await focused.getAttribute('id'));
  }
  assert.deepEqual(order, [
    'choix',
    'exporter',
    'demande-0',
    'demande-1',
    'demande-2',
    'source-HOP-DPI-Va2-S3',
  ]);
  for (let step = 1; step < order.length; step++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  const sections = panel.getByRole('heading', { level: 2 });
  await eventually('every SONS after an arrow down', async () => (await sections.count()) > 15);
  assert.match(await sections.first().innerText(), /HOP-DPI-Va2/);
  assert.equal(await focused.getAttribute('id'), 'choix');
  await hasNoBarrier({ page });
  await page.keyboard.press('ArrowUp');
  await eventually('the SONS of the file again', async () => (await sections.count()) === 1);
}

/** A date of the user's own, with markup in every text: it is shown to the letter, and in the status bar. */
async function keepsTextsAsTexts({ workbench, folder, eventually }, panel) {
  const own = {
    id: 'HOP-DPI-Va2.avance-fin',
    value: '2999-03-17T12:00',
    source: [HOSTILE],
    status: 'à confirmer',
    note: HOSTILE,
  };
  fs.mkdirSync(path.join(folder, '.segur'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.segur/regulation.json'), JSON.stringify({ echeances: [own] }));
  await panel.getByText(`À confirmer : ${HOSTILE}`).waitFor();
  await panel.getByText('votre valeur (.segur/regulation.json)').waitFor();
  assert.equal(await panel.locator('img').count(), 0);
  const item = workbench.page.locator('.statusbar-item', { hasText: 'Avance : 17/03/2999 12:00' });
  await eventually('the deadline in the status bar', () => item.isVisible());
  assert.match(await item.innerText(), /à confirmer/);
}

/** The file is written where the user says, and holds the date. */
async function exportsAgenda({ workbench, read, eventually, screenshot }, panel) {
  await panel.getByRole('button', { name: 'Exporter en .ics' }).click();
  const name = workbench.page.locator('.quick-input-widget input[type=text]');
  await eventually('a proposed file', async () =>
    (await name.inputValue()).endsWith('echeances-HOP-DPI-Va2.ics'),
  );
  await screenshot('export');
  await workbench.page.keyboard.press('Enter');
  const text = await eventually('the calendar', () => written(read, 'echeances-HOP-DPI-Va2.ics'));
  assert.match(text, /SUMMARY:À confirmer : HOP-DPI-Va2 : Fin des avances/);
  assert.match(text, /DTSTART:29990317T110000Z/);
}

function written(read, name) {
  try {
    return read(name);
  } catch {
    return undefined;
  }
}
