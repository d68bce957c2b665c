// Each panel without a mouse and without a screen: every control is a stop of Tab, every action answers to a key, and what a
// screen reader is given is written down in trees/.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readsAs, stopsEverywhere, tabTo } from '../reading.mjs';

export const title = 'every panel is used by keyboard alone, and reads as written down';

/** A date that is not over yet would be told otherwise once it is. */
const LATER = '2999-03-17T12:00';

export async function run(context) {
  const { workbench, folder } = context;
  const { page } = workbench;
  await page.setViewportSize({ width: 1600, height: 1000 });
  const later = ['IMG-DB-Va2', 'HOP-DPI-Va2'].flatMap((sons) =>
    ['avance-fin', 'realisation-fin', 'solde-fin'].map((step) => ({
      ...{ id: `${sons}.${step}`, value: LATER, source: ['essai'], status: 'confirmé' },
    })),
  );
  fs.mkdirSync(path.join(folder, '.segur'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.segur/regulation.json'), JSON.stringify({ echeances: later }));
  const manifest = path.join(folder, 'imagerie/db.candidature.json');
  // A form that is not a year old yet would be told otherwise once it is.
  fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replaceAll('"12/01/2026"', '"12/01/2020"'));
  await amounts(context);
  await deadlines(context);
  await comparison(context);
  await candidature(context);
}

/** Opens a file and a panel on it, by F1; the panel has the keyboard. */
async function open({ workbench, eventually }, file, command, heading, answer) {
  await workbench.openFile(file);
  await workbench.runCommand(command);
  if (answer) await workbench.pick(answer);
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: heading }).waitFor();
  await eventually('a drawn panel', async () => (await panel.getByRole('button').count()) > 1);
  return panel;
}

/** Closes the panel and its file. */
async function close({ workbench }) {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
}

async function amounts(context) {
  const { workbench, eventually } = context;
  const { page, editor } = workbench;
  const panel = await open(context, 'lgc-a-corriger.avance.json', 'Amounts overview', 'Montants');
  await readsAs(workbench, 'montants');
  await stopsEverywhere(workbench);
  const count = panel.getByRole('status');
  await tabTo(workbench, 'Référence, nom ou numéro');
  await page.keyboard.type('LGC-2026-013');
  await eventually('one row', async () => (await count.innerText()) === 'Demandes affichées : 1 sur 4');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await tabTo(workbench, 'Demandes à afficher');
  await page.keyboard.press('ArrowDown');
  await eventually('the OK ones', async () => (await count.innerText()) !== 'Demandes affichées : 4 sur 4');
  await page.keyboard.press('ArrowUp');
  await tabTo(workbench, 'Écart HT');
  await page.keyboard.press('Enter');
  assert.match(await panel.locator('[aria-sort="ascending"]').innerText(), /Écart HT/);
  await tabTo(workbench, 'LGC-2026-0');
  const rows = panel.locator('tbody button');
  for (let row = 1; row < (await rows.count()); row++) await page.keyboard.press('ArrowDown');
  const reached = await panel.locator(':focus').innerText();
  await page.keyboard.press('Enter');
  await editor.find(`"referenceDemande": "${reached}"`);
  await tabTo(workbench, 'Exporter en CSV');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget input[type=text]').waitFor();
  await page.keyboard.press('Escape');
  await tabTo(workbench, 'Copier');
  await page.keyboard.press('Enter');
  await page.getByText('Demandes copiées : 4').first().waitFor();
  await close(context);
}

async function deadlines(context) {
  const { workbench, eventually } = context;
  const { page } = workbench;
  const panel = await open(context, 'lgc-vague1-a-corriger.avance.json', 'Deadlines overview', 'Échéances');
  await readsAs(workbench, 'echeances');
  await stopsEverywhere(workbench);
  await tabTo(workbench, 'select');
  const sections = panel.getByRole('heading', { level: 2 });
  await page.keyboard.press('ArrowDown');
  await eventually('every SONS', async () => (await sections.count()) > 15);
  await page.keyboard.press('ArrowUp');
  await eventually('one SONS', async () => (await sections.count()) === 1);
  await tabTo(workbench, 'Exporter');
  await page.keyboard.press('Enter');
  // Every date of this SONS is over.
  await page.getByText("Rien n'a été écrit.").first().waitFor();
  await tabTo(workbench, 'LGC1-2022-012');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: /\(12 selected\)/ }).waitFor();
  await close(context);
}

async function comparison(context) {
  const { workbench, eventually } = context;
  const { page } = workbench;
  const files = ['dpi-correct.avance.json', 'dpi-correct.solde.json'];
  const panel = await open(context, files[0], 'Compare Avance and Solde', 'Avance et solde', files[1]);
  await readsAs(workbench, 'comparaison');
  await stopsEverywhere(workbench);
  await tabTo(workbench, 'Voir le solde');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: files[1], selected: true }).waitFor();
  // Wider than a narrow window: the arrows scroll it.
  await page.setViewportSize({ width: 900, height: 900 });
  await tabTo(workbench, 'div');
  await eventually('the table scrolled', async () => {
    await page.keyboard.press('ArrowRight');
    return (await panel.locator('.cadre').evaluate(({ scrollLeft }) => scrollLeft)) > 0;
  });
  await page.setViewportSize({ width: 1600, height: 1000 });
  await close(context);
}

async function candidature(context) {
  const { workbench } = context;
  const { page, editor } = workbench;
  await open(context, 'db.candidature.json', 'Candidature overview', 'Candidature');
  await readsAs(workbench, 'candidature');
  await stopsEverywhere(workbench);
  await tabTo(workbench, 'criticité moyenne');
  await page.keyboard.press('Enter');
  await editor.find('"KOMoyens": 7');
  await close(context);
}
