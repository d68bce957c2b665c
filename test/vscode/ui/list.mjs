// The workbench's own lists (quick fixes, suggestions, quick picks): rows that come late, one of them in focus.
import { eventually, until } from '../until.mjs';

/** Waits until the list below `owner` has rows, and gives the texts of their `part`. */
export function readRows(page, owner, part) {
  return eventually(`rows in ${owner}`, async () => {
    const texts = await page.locator(`${owner} .monaco-list-row ${part}`).allInnerTexts();
    return texts.length > 0 && texts.map(plain);
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
    if (text !== undefined && accepts(plain(text))) return true;
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
  return Object.assign((text) => text.includes(wanted), { toString: () => `"…${wanted}…"` });
}

/** Takes that very text. */
export function exactly(wanted) {
  return Object.assign((text) => text === wanted, { toString: () => `"${wanted}"` });
}
