// Lets a workbench run a mocha suite: it calls two functions of the page, one for its console, one for its end.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';

/**
 * Opens the workbench at `url` and waits until the suite's run() has settled, at most `timeout` ms.
 * Every line of the extension host's console goes to `artefacts`/console.log, and to `onLine`.
 * Gives 0 (resolved), 1 (rejected) or a sentence that says why there was no end.
 */
export async function runSuiteInPage({ url, home, artefacts, timeout = 120_000, onLine = () => {} }) {
  const consoleLog = path.join(artefacts, 'console.log');
  fs.writeFileSync(consoleLog, '');
  const browser = await openBrowser(home);
  try {
    const page = await browser.newPage();
    const ended = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      page.once('crash', () => resolve('the page crashed'));
      setTimeout(() => resolve(`no end within ${timeout} ms`), timeout).unref();
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args);
      fs.appendFileSync(consoleLog, `[${type}] ${line}\n`);
      onLine(line);
    });
    await page.goto(url);
    const code = await ended;
    if (code !== 0) {
      await page.screenshot({ path: path.join(artefacts, 'failure.png') }).catch(() => {});
    }
    return code;
  } finally {
    await browser.close().catch(() => {});
  }
}
