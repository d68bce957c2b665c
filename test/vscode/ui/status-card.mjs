// The card of the language status, whose lines do not wrap.
import assert from 'node:assert/strict';

/** Opens it from the status bar once it says `text`; none of its lines reaches out of it. */
export async function openStatusCard({ page }, eventually, text) {
  const card = page.locator('.hover-language-status', { hasText: text }).first();
  await eventually(`a card that says ${text}`, async () => {
    await page.locator('[id="status.languageStatus"]').click();
    return card.isVisible();
  });
  assert.deepEqual(await card.evaluate(beyond), []);
  return card;
}

/** Runs in the page: what would have to be scrolled sideways. */
function beyond(card) {
  const hover = card.closest('.monaco-hover');
  const wide = [hover, ...hover.querySelectorAll('*')].filter(
    (part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1,
  );
  return wide.map((part) => `${part.className}: ${part.textContent}`);
}
