// The main road: see what is wrong, read why, mend it from the menu, save.
import assert from 'node:assert/strict';

export const title = 'an error is underlined, explained, mended from the menu and saved';

export async function run({ workbench, editor, read, eventually, screenshot }) {
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await screenshot('1-underlined');

  const explained = await editor.hover('faux', 'false');
  assert.match(explained, /litteral-invalide/);
  await screenshot('2-hover');

  await editor.press('Escape');
  await editor.click('faux');
  const titles = await editor.openQuickFixes();
  assert.ok(
    titles.some((text) => text.includes('false')),
    titles.join(' | '),
  );
  await screenshot('3-quick-fixes');
  await editor.chooseQuickFix('false');
  await eventually('the literal is mended', async () => !(await editor.visibleText()).includes('faux'));

  await editor.save();
  const saved = read('hopital/dpi-a-corriger.avance.json');
  assert.ok(!saved.includes('faux'));
  assert.ok(saved.includes('"numeroReferencement": Null'), 'nothing else was touched');
  await screenshot('4-saved');
}
