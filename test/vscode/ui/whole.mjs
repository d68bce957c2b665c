// Nothing of a panel is cut: each text stands inside the page, or inside what a person can scroll.
import assert from 'node:assert/strict';
import { pageOf } from './panel.mjs';

/** Holds the panel in front to it; `said` is a part of the name of a failure. */
export async function isWhole({ page }, said) {
  const frame = await pageOf(page);
  assert.deepEqual(await frame.evaluate(cutTexts), [], said);
}

/** Runs in the page: the texts that are cut, and what makes the page scroll sideways. */
function cutTexts() {
  const { documentElement } = document;
  const found = [];
  if (documentElement.scrollWidth > documentElement.clientWidth) found.push('the page scrolls sideways');
  const walker = document.createTreeWalker(document.body, window.NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() === '' || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const text of range.getClientRects()) {
      const holder = cutBy(node.parentElement, text);
      if (holder) found.push(`${node.data.trim().slice(0, 60)} (in ${holder})`);
    }
  }
  for (const field of document.querySelectorAll('select, button')) {
    if (field.scrollWidth > field.clientWidth + 1) {
      found.push(`${field.tagName} ${field.textContent.slice(0, 60)}`);
    }
  }
  return [...new Set(found)];

  /** The nearest element that hides what reaches out of it; a scrolled one lends its own edges to what lies further out. */
  function cutBy(from, text) {
    let { left, right } = text;
    for (let element = from; element && element !== documentElement; element = element.parentElement) {
      const { overflowX } = getComputedStyle(element);
      if (overflowX === 'visible' || element === document.body) continue;
      const box = element.getBoundingClientRect();
      if (overflowX === 'hidden' || overflowX === 'clip') {
        // What is for screen readers alone takes a pixel.
        if (box.width > 2 && (left < box.left - 1 || right > box.right + 1)) {
          return element.className || element.tagName;
        }
        if (box.width <= 2) return undefined;
      } else [left, right] = [box.left, box.right];
    }
    return left < -1 || right > documentElement.clientWidth + 1 ? 'the page' : undefined;
  }
}
