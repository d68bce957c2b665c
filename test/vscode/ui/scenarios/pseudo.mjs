// Sentences 40 % longer than any of ours, in a panel that leaves half of a small screen to the text: nothing is cut, and
// nothing is said that is not of the catalogue.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../../folders.mjs';
import { pageOf } from '../panel.mjs';
import { isWhole } from '../whole.mjs';

export const title =
  'sentences 40 % longer are whole in every panel, wide and narrow, and none is hard-coded';
export const words = 'pseudo';

const DATA = path.join(repository, 'server/src/regulation/data');
const SIGNS = 'TTC SONS Trier';
const PANELS = [
  ['montants', 'lgc-a-corriger.avance.json', 'Amounts overview'],
  ['echeances', 'lgc-a-corriger.avance.json', 'Deadlines overview'],
  ['comparaison', 'dpi-correct.avance.json', 'Compare Avance and Solde', 'dpi-correct.solde.json'],
  ['candidature', 'db.candidature.json', 'Candidature overview'],
];

export async function run(context) {
  const { workbench, eventually, screenshot } = context;
  const { page } = workbench;
  const quoted = wordsOf(`${SIGNS} ${textsBelow(context.folder)} ${textsBelow(DATA)}`);
  await page.keyboard.press('Control+b');
  for (const [name, file, command, answer] of PANELS) {
    await page.setViewportSize({ width: 1600, height: 1000 });
    await workbench.openFile(file);
    await workbench.runCommand(command);
    if (answer) await workbench.pick(answer);
    await workbench.webview().getByRole('heading', { level: 1, name: '⟦' }).waitFor();
    const frame = await pageOf(page);
    const text = await eventually('a drawn panel', async () => {
      const shown = await frame.evaluate(() => document.body.innerText);
      return shown.length > 400 && shown;
    });
    assert.deepEqual(
      [...wordsOf(text)].filter((word) => !quoted.has(word)),
      [],
      name,
    );
    await isWhole(workbench, `${name}, wide`);
    await page.setViewportSize({ width: 800, height: 900 });
    await eventually('a narrow panel', async () => (await frame.evaluate(() => window.innerWidth)) < 420);
    await isWhole(workbench, `${name}, narrow`);
    await screenshot(name);
    await workbench.runCommand('View: Close All Editors');
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  }
}

const wordsOf = (text) => new Set((text.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase()));

function textsBelow(folder) {
  const names = fs.readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => name.endsWith('.json'));
  return [...names, ...files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))].join(' ');
}
