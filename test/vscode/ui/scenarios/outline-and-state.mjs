// Where one stands: the outline names each request, the language status tells OK and KO.
import assert from 'node:assert/strict';
import { openStatusCard } from '../status-card.mjs';

export const title = 'the outline names the requests and the language status counts OK and KO';

export async function run({ workbench, editor, eventually, screenshot }) {
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await workbench.runCommand('Explorer: Focus on Outline View');
  const rows = workbench.page.locator('.outline-tree .monaco-list-row, .outline-pane .monaco-list-row');
  const names = await eventually('requests in the outline', async () => {
    const texts = await rows.allInnerTexts();
    return texts.some((text) => text.includes('DPI-2025-011')) && texts;
  });
  assert.ok(
    names.some((text) => text.includes('Centre hospitalier de Roche-Belle') && text.includes('OK')),
    names.join(' | '),
  );
  const card = await openStatusCard(workbench, eventually, 'KO');
  assert.match(await card.innerText(), /3 demandes : 1 OK, 2 KO/);
  await screenshot('outline');
}
