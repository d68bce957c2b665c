// The walkthrough: its seven steps, and one that is completed by its command.
import assert from 'node:assert/strict';

export const title = 'the walkthrough has seven steps, which their commands complete';

export async function run({ workbench, screenshot, eventually }) {
  const { page } = workbench;
  await workbench.runCommand('Welcome: Open Walkthrough');
  await workbench.pick('File a Ségur request in 7 steps');
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
  await workbench.runCommand('Welcome: Open Walkthrough');
  await workbench.pick('File a Ségur request in 7 steps');
  const done = page.locator('.getting-started-step').nth(1).locator('.codicon.complete');
  await done.first().waitFor();
  await screenshot('2-accomplie');
}
