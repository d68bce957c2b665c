// What every panel is held to.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';

/** axe-core, through the debugger: the page's own policy would refuse it. */
export async function hasNoBarrier({ page }) {
  const frame = await pageOf(page);
  await frame.evaluate(axe.source);
  const { violations, passes } = await frame.evaluate(() => window.axe.run(document));
  assert.ok(passes.length > 15, `${passes.length} checks`);
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
  );
  assert.deepEqual(told, []);
}

const THEMES = [
  ['Light Modern', 'vscode-light', 'clair'],
  ['Dark Modern', 'vscode-dark', 'sombre'],
  ['High Contrast', 'vscode-high-contrast', 'contraste'],
  ['High Contrast Light', 'vscode-high-contrast-light', 'contraste-clair'],
];

/** The panel in front, without a barrier in light, in dark and in both high contrasts, with a picture of each. */
export async function inEveryTheme(context) {
  for (const [theme, bodyClass, picture] of THEMES) {
    await setTheme(context, theme, bodyClass);
    await hasNoBarrier(context.workbench);
    await context.screenshot(picture);
  }
}

/** The frame of the page in the panel. */
export async function pageOf(page) {
  return inside(await inside(page, 'iframe.webview'), 'iframe#active-frame');
}

async function inside(frame, selector) {
  const element = await frame.waitForSelector(selector);
  return element.contentFrame();
}

/** Chooses a theme (`Light Modern`) and waits until every colour has changed. */
export async function setTheme({ workbench, folder, eventually }, theme, bodyClass) {
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  const settings = path.join(folder, '.vscode/settings.json');
  fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': `Default ${theme}` }));
  await workbench.webview().locator(`body.${bodyClass}[data-vscode-theme-id*="${theme}"]`).waitFor();
  // Colours change one after the other.
  let before = '';
  await eventually(`${theme} to settle`, async () => {
    const now = (await workbench.page.screenshot()).toString('base64');
    const isSettled = now === before;
    before = now;
    return isSettled;
  });
}
