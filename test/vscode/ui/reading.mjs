// What a screen reader and a keyboard find in a panel.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { repository } from '../folders.mjs';
import { eventually } from '../until.mjs';
import { pageOf } from './panel.mjs';

const EXPECTED = path.join(repository, 'test/vscode/ui/trees');
const UPDATE = process.env.UPDATE === '1';
/** More stops than any of the panels here has. */
const MOST_STOPS = 120;

/** Roles, names, headings and texts of the panel in front, as they stand in trees/<name>.txt. UPDATE=1 writes it. */
export async function readsAs({ page }, name) {
  const frame = await pageOf(page);
  const tree = withoutToday(await frame.locator('body').ariaSnapshot());
  const file = path.join(EXPECTED, `${name}.txt`);
  if (UPDATE) {
    fs.mkdirSync(EXPECTED, { recursive: true });
    fs.writeFileSync(file, tree);
  }
  assert.equal(tree, fs.readFileSync(file, 'utf8'));
}

/** Tomorrow, and next year, it reads the same but for what is counted up to today. */
function withoutToday(tree) {
  const today = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date());
  const counted = tree
    .replaceAll(today, 'JOUR')
    .replaceAll(/(dans|il y a) [\d\s]+ ?(jours?|j|h)\b/g, '$1 N $2')
    .replaceAll(/text: (20\d\d )+/g, 'text: ANNÉES ');
  return `${counted}\n`;
}

/** From the top of the page, Tab stops at each control, in the order of reading, and at nothing else. */
export async function stopsEverywhere({ page }) {
  const frame = await pageOf(page);
  const controls = await frame.evaluate(nameControls);
  assert.ok(controls.length > 2, controls.join(', '));
  await frame.evaluate(startAtTop);
  const stops = [];
  while (stops.length < Math.min(controls.length, MOST_STOPS)) {
    await page.keyboard.press('Tab');
    stops.push(
      await frame.evaluate(() => document.activeElement?.dataset.stop ?? document.activeElement?.outerHTML),
    );
  }
  assert.deepEqual(stops, controls);
}

/** Goes on with Tab to the control of that name; from the end of the page, back with Shift+Tab. */
export async function tabTo({ page }, name) {
  const frame = await pageOf(page);
  const seen = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    await giveKeyboard(page, frame);
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press(key);
      // The panel may have drawn its rows anew meanwhile.
      await frame.evaluate(nameControls);
      const at = await frame.evaluate(() =>
        document.hasFocus() ? (document.activeElement?.dataset.stop ?? 'the page itself') : undefined,
      );
      if (at === undefined) break;
      if (at.includes(name)) return;
      seen.push(at);
    }
  }
  assert.fail(`no ${name} among ${seen.join(' | ')}`);
}

/** The panel is the second of the editors; it takes the keyboard some moments after it was asked to. */
async function giveKeyboard(page, frame) {
  const hasFocus = () => frame.evaluate(() => document.hasFocus());
  if (await hasFocus()) return;
  await page.keyboard.press('Control+2');
  let held = 0;
  await eventually('the keyboard in the panel', async () => {
    held = (await hasFocus()) ? held + 1 : 0;
    return held === 5;
  });
}

/** Runs in the page: the next Tab goes to its first control. */
function startAtTop() {
  document.activeElement?.blur();
  window.getSelection()?.setPosition(document.body, 0);
}

/** Runs in the page: gives each control a name of its own, and these names in the order of the page. */
function nameControls() {
  const selector =
    ':is(a[href], button, input, select, summary, textarea, [tabindex="0"]):not([tabindex="-1"])';
  const shown = [...document.querySelectorAll(selector)].filter(
    (one) => one.checkVisibility() && !one.disabled,
  );
  return shown.map((one, rank) => {
    const label = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
    return (one.dataset.stop = `${rank} ${one.tagName.toLowerCase()} ${label.trim().slice(0, 40)}`);
  });
}
