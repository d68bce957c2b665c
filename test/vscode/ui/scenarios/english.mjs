// The same places as in the other scenarios, for who chose English: pictures of all that the extension says itself.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pageOf } from '../panel.mjs';
import { openStatusCard } from '../status-card.mjs';
import { isWhole } from '../whole.mjs';

export const title = 'in English: findings, hovers, lists and panels, each with its picture';

const WRONG = 'dpi-a-corriger.avance.json';
const PANELS = [
  ['amounts', 'lgc-vague1-a-corriger.avance.json', 'Amounts overview', /€358\.33/],
  ['deadlines', 'dpi-correct.avance.json', 'Deadlines overview', /End of the avances/],
  [
    'comparison',
    'dpi-correct.avance.json',
    'Compare Avance and Solde',
    /Same perimeter/,
    'dpi-correct.solde.json',
  ],
  ['candidature', 'db.candidature.json', 'Candidature overview', /7 KO/],
];
/** Commands that ask something, and what the question or its first answers say. */
const LISTS = [
  ['treat-as', 'Treat as…', 'Recognise automatically'],
  ['new-file', 'New avance request…', 'HOP-DPI-Va2'],
  ['new-candidature', 'New candidature…', 'HOP-DPI-Va2'],
  ['base', 'Load the base of eligible establishments…', 'base-es-fictive.xlsx'],
  ['rules', 'Read the page of a rule…', /\w/],
];

export async function run(context) {
  const { workbench, folder } = context;
  const { page } = workbench;
  fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'segur.langue': 'en' }));
  await page.setViewportSize({ width: 1440, height: 1000 });
  await workbench.openFile(WRONG);
  await tellsFindings(context);
  await asks(context);
  await page.keyboard.press('Control+b');
  for (const panel of PANELS) await shows(context, panel);
}

async function tellsFindings({ workbench, editor, eventually, screenshot }) {
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await editor.hover('Null', 'null');
  await screenshot('hover');
  await editor.press('Escape');
  await editor.click('Null');
  const fixes = await editor.openQuickFixes();
  assert.ok(
    fixes.some((fix) => fix.startsWith('Write null')),
    fixes.join(' | '),
  );
  await screenshot('quick-fixes');
  await editor.press('Escape');
  await editor.find('"BON_DE_COMMANDE"');
  await editor.click('BON_DE_COMMANDE');
  await editor.openSuggestions();
  await screenshot('suggestions');
  await editor.press('Escape');
  const card = await openStatusCard(workbench, eventually, '3 requests');
  assert.match(await card.innerText(), /3 requests: 1 OK, 2 KO[^]*Change…/);
  await screenshot('status');
  await workbench.page.mouse.move(600, 300);
  await editor.press('Escape');
}

async function asks({ workbench, screenshot }) {
  const { page } = workbench;
  for (const [name, command, says] of LISTS) {
    await workbench.runCommand(command);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: says }).first().waitFor();
    await screenshot(`list-${name}`);
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}

async function shows({ workbench, eventually, screenshot }, [name, file, command, says, answer]) {
  const { page } = workbench;
  await workbench.openFile(file);
  await workbench.runCommand(command);
  if (answer) await workbench.pick(answer);
  await workbench.webview().locator('html[lang=en]').waitFor();
  const frame = await pageOf(page);
  await eventually(`${name} to say ${says}`, () =>
    frame.evaluate(() => document.body.innerText).then((text) => says.test(text)),
  );
  await isWhole(workbench, name);
  await screenshot(`panel-${name}`);
  await workbench.runCommand('View: Close All Editors');
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
}
