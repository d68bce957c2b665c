// A finding that is right and of no consequence here: accepted with a reason, listed, and back once its day is over.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const title = 'a finding is accepted with a reason, listed, and told again once the exception is over';

const FILE = 'dpi-correct.avance.json';
const SETTINGS = '.segur/segur.json';

export async function run(context) {
  const { workbench, editor, folder, read, eventually, screenshot } = context;
  const { page } = workbench;
  const file = path.join(folder, 'hopital', FILE);
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"12/09/2025"', '"2025-09-12"'));
  await workbench.openFile(FILE);
  await editor.goTo(38);
  await editor.waitForSquiggle('error');

  await editor.click('2025-09-12');
  const fixes = await editor.openQuickFixes();
  assert.ok(
    fixes.some((label) => label.startsWith('Accepter ici avec un motif…')),
    fixes.join(' | '),
  );
  await screenshot('1-corrections');
  await editor.chooseQuickFix('Accepter ici avec un motif');
  const prompt = page.locator('.quick-input-widget .quick-input-message');
  await prompt.filter({ hasText: 'Pourquoi ce constat est-il accepté' }).waitFor();
  await screenshot('2-motif');
  await workbench.answer("Accord de l'ASP du 12/03/2026");
  await prompt.filter({ hasText: "Jusqu'à quel jour" }).waitFor();
  await screenshot('3-jour');
  await workbench.answer('31/12/2098');
  await editor.waitForNoSquiggle('error');
  const [exception, ...others] = JSON.parse(read(SETTINGS)).exceptions;
  assert.deepEqual(others, []);
  assert.deepEqual(exception, {
    fichier: `hopital/${FILE}`,
    regle: 'date-format',
    demande: 'DPI-2025-001',
    motif: "Accord de l'ASP du 12/03/2026",
    jusquau: '31/12/2098',
  });
  await screenshot('4-acceptee');

  await workbench.runCommand('List the exceptions');
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: "Accord de l'ASP" });
  await row.filter({ hasText: 'en vigueur' }).waitFor();
  await screenshot('5-liste');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'segur.json' }).waitFor();
  await editor.find('"demande": "DPI-2025-001"');

  fs.writeFileSync(
    path.join(folder, SETTINGS),
    JSON.stringify({ exceptions: [{ ...exception, jusquau: '31/12/2025' }] }, null, 2),
  );
  await editor.waitForSquiggle('warning');
  await editor.hover('31/12/2025', 'Le dernier jour de cette exception');
  await screenshot('6-perimee');
  await editor.press('Escape');
  await editor.click('31/12/2025');
  await editor.openQuickFixes();
  await screenshot('7-deux-issues');
  await editor.chooseQuickFix('Retirer cette exception');
  await editor.waitForNoSquiggle('warning');
  await editor.press('Control+s');
  await eventually('the list is empty', async () => !(await editor.visibleText()).includes('DPI-2025-001'));
  await workbench.openFile(FILE);
  await editor.goTo(38);
  await editor.waitForSquiggle('error');
  await screenshot('8-revenu');
}
