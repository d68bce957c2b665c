// Writing with completion: a missing tag, then its value.
import assert from 'node:assert/strict';

export const title = 'a missing tag and its value are completed with their comma, and saved';

export async function run({ workbench, editor, read, eventually, screenshot }) {
  await workbench.openFile('pfi-correct.avance.json');
  await editor.find('"assujettiTVA"');
  await editor.click('"assujettiTVA"', { at: 'start' });
  await editor.press('Home', 'Shift+End', 'Delete');
  await editor.type('"');
  await screenshot('0-typed');
  const keys = await editor.openSuggestions();
  assert.equal(keys[0], 'assujettiTVA', keys.join(' | '));
  await screenshot('1-keys');
  await editor.acceptSuggestion('assujettiTVA');
  await eventually('the tag is there', async () => (await editor.visibleText()).includes('"assujettiTVA": '));
  await screenshot('2-value');
  await editor.press('Escape');
  await editor.save();
  const saved = read('hopital/pfi-correct.avance.json');
  assert.doesNotThrow(() => JSON.parse(saved), saved.slice(0, 400));
  assert.ok('assujettiTVA' in JSON.parse(saved).fournisseur);
}
