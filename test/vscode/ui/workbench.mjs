// One window of the real workbench on a folder.
import { eventually, until } from '../until.mjs';
import { Editor } from './editor.mjs';
import { chooseRow, containing, exactly } from './list.mjs';

const PALETTE = '.quick-input-widget';

export class Workbench {
  #url;

  /** `url` is that of a workbench on a folder. */
  constructor({ page, url }) {
    this.page = page;
    this.#url = url;
    this.editor = new Editor(page);
    page.setDefaultTimeout(30_000);
  }

  /** Opens the window, and waits for its first view. */
  async open() {
    await this.page.goto(this.#url);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** Opens a file of the folder by its name (without folders), through Ctrl+P. */
  async openFile(name) {
    await this.#chooseInPalette('Control+p', name, exactly(name));
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command of the palette by its title, or a part of it. */
  async runCommand(title) {
    await this.#chooseInPalette('F1', title, containing(title));
  }

  /** Answers a quick pick with the row that contains `text`. */
  async pick(text) {
    await this.#choose(containing(text));
  }

  /** Answers an input box. */
  async answer(text) {
    await this.#input().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The problems' item of the status bar, for example "Errors: 2, Warnings: 1" or "No Problems". */
  async problems() {
    const item = this.page.locator('[id="status.problems"]');
    return (await item.getAttribute('aria-label')) ?? '';
  }

  /** The inside of the webview in front, as a playwright frame locator. */
  webview() {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  #choose(accepts) {
    return chooseRow(this.page, PALETTE, '.label-name', accepts);
  }

  #input() {
    return this.page.locator(`${PALETTE} .quick-input-box input:not([type=checkbox])`);
  }

  /**
   * Opens the palette with a key, types, and chooses. The key is lost while a new view takes the focus, and an open
   * palette does not learn of commands that arrive later: without an answer it is closed and opened again.
   */
  async #chooseInPalette(key, text, accepts) {
    const palette = this.page.locator(PALETTE);
    await palette.waitFor({ state: 'hidden' });
    await eventually(`${accepts} in the palette`, async () => {
      await this.page.keyboard.press(key);
      if (!(await until(() => this.#input().isVisible(), 2000))) return false;
      await this.page.keyboard.type(text);
      const labels = this.page.locator(`${PALETTE} .monaco-list-row .label-name`);
      const isOffered = await until(async () => (await labels.allInnerTexts()).some(accepts), 2000);
      if (!isOffered) {
        await this.page.keyboard.press('Escape');
        await palette.waitFor({ state: 'hidden' });
      }
      return isOffered;
    });
    await this.#choose(accepts);
    await this.#untilTaken(text);
  }

  /** An Enter that came while the palette was still filling up is lost: it is pressed again. */
  async #untilTaken(text) {
    await eventually(`${text} is taken`, async () => {
      const written = await until(async () => !(await this.#holds(text)), 3000);
      if (!written) await this.page.keyboard.press('Enter');
      return written;
    });
  }

  async #holds(text) {
    const input = this.#input();
    return (await input.isVisible()) && (await input.inputValue()).endsWith(text);
  }
}
