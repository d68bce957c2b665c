// The walkthrough: its seven steps, and one that is completed by its command.
import assert from 'node:assert/strict';
import { until } from '../../until.mjs';

export const title = 'the walkthrough has seven steps, which their commands complete';

export async function run({ workbench, screenshot, eventually }) {
  const { page } = workbench;
  await openWalkthrough(workbench, eventually);
  const steps = page.locator('.getting-started-step');
  await eventually('the seven steps', async () => (await steps.count()) === 7);
  await screenshot('1-etapes');
  const titles = await page.locator('.getting-started-step .step-title').allInnerTexts();
  assert.deepEqual(
    titles.map((text) => text.slice(0, 2)),
    ['1.', '2.', '3.', '4.', '5.', '6.', '7.'],
  );
  const second = steps.nth(1);
  await second.click();
  await second.getByRole('button', { name: 'Deadlines overview' }).click();
  await page.locator('.tab', { hasText: 'Échéances' }).first().waitFor();
  await openWalkthrough(workbench, eventually);
  const done = page.locator('.getting-started-step').nth(1).locator('.codicon.complete');
  await done.first().waitFor();
  await screenshot('2-accomplie');
}

/** The picker closes when a panel that is still opening takes the focus: it is then opened again. */
async function openWalkthrough(workbench, eventually) {
  const name = 'File a Ségur request in 7 steps';
  const row = workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: name });
  await eventually('the walkthrough in the picker', async () => {
    await workbench.runCommand('Welcome: Open Walkthrough');
    return until(() => row.isVisible(), 3000);
  });
  await workbench.pick(name);
}
