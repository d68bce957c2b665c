// The workbench's own lists (quick fixes, suggestions, quick picks): rows that come late, one of them in focus.
import { eventually, until } from '../until.mjs';

/**
 * Opens with `key` the list `owner`, and gives the texts of the `part` of its rows in view. An empty list is closed and
 * asked for again: what it shows may still be being computed.
 */
export function openList(page, key, owner, part) {
  return eventually(`rows in ${owner} after ${key}`, async () => {
    await page.keyboard.press(key);
    const texts = await until(async () => {
      const found = await page.locator(`${owner} .monaco-list-row ${part}`).allInnerTexts();
      return found.length > 0 && found;
    }, 3000);
    if (!texts) await page.keyboard.press('Escape');
    return texts && texts.map(plain);
  });
}

/**
 * Goes down with the arrow key to the row whose `part` is a text that `accepts` takes, and presses Enter on it. Rows out
 * of view are not in the page: the focus is what is read.
 */
export async function chooseRow(page, owner, part, accepts) {
  await page.locator(`${owner} .monaco-list-row ${part}`).first().waitFor();
  const focused = page.locator(`${owner} .monaco-list-row.focused ${part}`);
  const seen = new Set();
  const isReached = await until(async () => {
    const [text] = await focused.allInnerTexts();
    if (text !== undefined && accepts(text)) return true;
    if (text !== undefined) seen.add(plain(text));
    await page.keyboard.press('ArrowDown');
    return false;
  }, 20_000);
  if (!isReached) throw new Error(`${owner} offers no ${accepts}, but: ${[...seen].join(' | ')}`);
  await page.keyboard.press('Enter');
}

const plain = (text) => text.replaceAll('\u00a0', ' ').trim();

/** Takes a text that contains `wanted`. */
export function containing(wanted) {
  return Object.assign((text) => plain(text).includes(wanted), { toString: () => `"…${wanted}…"` });
}

/** Takes that very text. */
export function exactly(wanted) {
  return Object.assign((text) => plain(text) === wanted, { toString: () => `"${wanted}"` });
}
