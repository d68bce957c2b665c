// The text editor in front, used as a person does: by mouse and keyboard, reading what is on the screen.
import { eventually } from '../until.mjs';
import { findText } from './text-on-screen.mjs';
import { chooseRow, containing, exactly, openList } from './list.mjs';

const SQUIGGLE = { error: '.squiggly-error', warning: '.squiggly-warning', information: '.squiggly-info' };
const QUICK_FIXES = '.action-widget';
const SUGGESTIONS = '.suggest-widget.visible';

export class Editor {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** The lines in view, as one text, read at one moment: the editor replaces its lines at any time. */
  async visibleText() {
    const lines = await this.#page
      .locator('.editor-instance .view-line')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({ text: node.textContent ?? '', y: node.getBoundingClientRect().y })),
      );
    return lines
      .sort((first, second) => first.y - second.y)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** Waits until the editor shows `text` (within one line) and gives where. */
  find(text, occurrence = 1) {
    return eventually(`"${text}" in view`, () => findText(this.#page, text, occurrence));
  }

  /** Clicks on `text`; `at` is 'start', 'middle' or 'end'. */
  async click(text, { occurrence = 1, at = 'middle' } = {}) {
    // A line that came above it at that very moment made the click fall beside: the text is clicked where it is now.
    await eventually(`a click on "${text}"`, async () => {
      const place = await this.#atRest(text, occurrence);
      const x = { start: place.left + 1, middle: place.x, end: place.right - 1 }[at];
      await this.#page.mouse.click(x, place.y);
      const after = await this.find(text, occurrence);
      return after.y === place.y && after.x === place.x;
    });
    if (at === 'start') await this.press('ArrowLeft', 'ArrowRight');
  }

  /** Where `text` stands once it has stopped moving: a line that appears above it, as a lens does, pushes it down. */
  async #atRest(text, occurrence) {
    let last;
    let still = 0;
    return eventually(`"${text}" at rest`, async () => {
      const place = await this.find(text, occurrence);
      still = place.y === last?.y && place.x === last?.x ? still + 1 : 0;
      last = place;
      return still === 6 && place;
    });
  }

  /** Puts the cursor at a line and column (from 1) by Ctrl+G. */
  async goTo(line, column = 1) {
    await this.press('Control+g');
    await this.#page.locator('.quick-input-widget input[type=text]').fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async press(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Types as a person does, letter by letter: brackets close by themselves, suggestions open. */
  async type(text) {
    await this.#page.keyboard.type(text, { delay: 20 });
  }

  /** Waits until something in view is underlined ('error', 'warning' or 'information'). */
  async waitForSquiggle(severity = 'error') {
    await this.#page.locator(SQUIGGLE[severity]).first().waitFor({ timeout: 60_000 });
  }

  /** Waits until nothing in view is underlined so. */
  async waitForNoSquiggle(severity = 'error') {
    await eventually(`no ${severity} underlined`, async () => (await this.countSquiggles(severity)) === 0);
  }

  countSquiggles(severity = 'error') {
    return this.#page.locator(SQUIGGLE[severity]).count();
  }

  /** Rests the mouse on `text` until a hover shows `expected`, and gives all the text of the hover. */
  hover(text, expected, occurrence = 1) {
    return eventually(`a hover that says "${expected}" on "${text}"`, async () => {
      const place = await this.find(text, occurrence);
      await this.#page.mouse.move(place.x + 40, place.y + 120);
      await this.#page.mouse.move(place.x, place.y, { steps: 4 });
      const hovers = this.#page.locator('.monaco-hover:visible', { hasText: expected });
      await hovers
        .first()
        .waitFor({ timeout: 3000 })
        .catch(() => undefined);
      // Read at one moment: a hover that has gone meanwhile is asked for again by the mouse.
      const [said] = await hovers.evaluateAll((nodes) => nodes.map(({ innerText }) => innerText));
      return said;
    });
  }

  /** Opens the quick fix menu at the cursor; gives the titles in it. */
  openQuickFixes() {
    return openList(this.#page, 'Control+.', QUICK_FIXES, '.title');
  }

  /** Chooses, in the open menu, the action whose title contains `title`. By keyboard: an overlay takes clicks in 1.100. */
  async chooseQuickFix(title) {
    await chooseRow(this.#page, QUICK_FIXES, '.title', containing(title));
    await this.#page.locator(QUICK_FIXES).first().waitFor({ state: 'hidden' });
  }

  /** Asks for suggestions at the cursor; gives the labels in view. */
  openSuggestions() {
    return openList(this.#page, 'Control+Space', SUGGESTIONS, '.label-name');
  }

  /** Accepts, in the open list, the suggestion of that label. */
  async acceptSuggestion(label) {
    await chooseRow(this.#page, SUGGESTIONS, '.label-name', exactly(label));
    await this.#page.locator(SUGGESTIONS).waitFor({ state: 'hidden' });
  }

  /** Saves, and waits until the tab has lost its mark. */
  async save() {
    await this.press('Control+s');
    await this.#page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }
}
