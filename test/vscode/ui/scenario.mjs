// Runs one scenario in a window of its own.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { eventually } from '../until.mjs';
import { Workbench } from './workbench.mjs';

/** The scenarios of a folder, or those `names` of them: one a file, exporting { title, run(context) }. */
export async function loadScenarios(folder, names) {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const chosen = files.filter((file) => names.length === 0 || names.includes(path.basename(file, '.mjs')));
  return Promise.all(
    chosen.sort().map(async (file) => {
      const { title, run } = await import(pathToFileURL(path.join(folder, file)).href);
      return { name: path.basename(file, '.mjs'), title, run };
    }),
  );
}

/**
 * Runs a scenario on the workbench at `url`, whose files lie in `folder`; undefined where they are on no disk.
 * Gives the result ({ title, state, duration, error }). A scenario's run() receives
 * - workbench, editor: see workbench.mjs and editor.mjs;
 * - read(name): what is on the disk under that name; eventually(what, probe): waits until a probe is truthy;
 * - screenshot(name): keeps test/artefacts/ui/<scenario>-<name>.png.
 * Every failure leaves <scenario>-failure.png and the page's console.
 */
export async function runScenario({ scenario, browser, url, folder, artefacts }) {
  const started = Date.now();
  const page = await browser.newPage();
  const log = [];
  page.on('console', (message) => log.push(`[${message.type()}] ${message.text()}`));
  const artefact = (name) => path.join(artefacts, `${scenario.name}-${name}`);
  const screenshot = (name) => page.screenshot({ path: artefact(`${name}.png`) });
  const workbench = new Workbench({ page, url });
  const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
  const result = { title: scenario.title, state: 'passed', duration: 0 };
  try {
    await workbench.open();
    await scenario.run({ workbench, editor: workbench.editor, folder, read, eventually, screenshot });
  } catch (error) {
    result.state = 'failed';
    result.error = stripVTControlCharacters(
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
    result.error += `\n${await whatIsOnScreen(page).catch(String)}`;
    fs.writeFileSync(artefact('console.log'), log.join('\n'));
    await screenshot('failure').catch(() => {});
  }
  await page.close();
  return { ...result, duration: Date.now() - started };
}

/** For whoever reads of a failure without its picture: what was open, what VS Code said, what the webview held. */
async function whatIsOnScreen(page) {
  const tabs = await page.locator('.tab').allInnerTexts();
  const messages = await page
    .locator('.notification-list-item-message, .dialog-message-text')
    .allInnerTexts();
  const frames = await Promise.all(
    page.frames().map(async (frame) => {
      const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(String);
      return `${frame.url().split('?')[0]}: ${text.slice(0, 200)}`;
    }),
  );
  return JSON.stringify({ tabs, messages, frames: frames.slice(1) }, null, 2);
}
