// Everything that is safe in one command; what is a guess stays for the user.
import assert from 'node:assert/strict';

export const title = 'everything that is safe is mended at once, and guesses are left to the user';

export async function run({ workbench, editor, read, eventually, screenshot }) {
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  const before = await workbench.problems();
  await workbench.runCommand('Fix everything that is safe to fix');
  await eventually('the literal is mended', async () => !(await editor.visibleText()).includes('faux'));
  await editor.save();
  await eventually('fewer problems', async () => (await workbench.problems()) !== before);
  await screenshot('mended');

  const saved = read('hopital/dpi-a-corriger.avance.json');
  assert.doesNotThrow(() => JSON.parse(saved));
  assert.ok(saved.includes('"montantHT": 68500.00'), 'a decimal comma becomes a point, digits as written');
  assert.ok(saved.includes('"dateSignature": "12/09/2025"'), 'an ISO date becomes JJ/MM/AAAA');
  assert.ok(saved.includes('68500.004'), 'rounding is a guess');
}
