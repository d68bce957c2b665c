// Runs one scenario in a window of its own, on a copy of the samples of its own.
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { copyFolder } from '../folders.mjs';
import { eventually } from '../until.mjs';
import { Workbench } from './workbench.mjs';

/**
 * Gives the result ({ title, state, duration, error }). A scenario's run() receives
 * - workbench, editor: see workbench.mjs and editor.mjs;
 * - read(name): what is on the disk under that name; eventually(what, probe): waits until a probe is truthy;
 * - screenshot(name): keeps test/artefacts/ui/<scenario>-<name>.png.
 * Every failure leaves <scenario>-failure.png and the page's console.
 */
export async function runScenario({ scenario, browser, server, home, samples, artefacts }) {
  const started = Date.now();
  const folder = copyFolder(samples, home, path.join('workspaces', scenario.name, path.basename(samples)));
  const page = await browser.newPage();
  const log = [];
  page.on('console', (message) => log.push(`[${message.type()}] ${message.text()}`));
  const artefact = (name) => path.join(artefacts, `${scenario.name}-${name}`);
  const screenshot = (name) => page.screenshot({ path: artefact(`${name}.png`) });
  const workbench = new Workbench({ page, server, folder });
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
    fs.writeFileSync(artefact('console.log'), log.join('\n'));
    await screenshot('failure').catch(() => {});
  }
  await page.close();
  return { ...result, duration: Date.now() - started };
}
