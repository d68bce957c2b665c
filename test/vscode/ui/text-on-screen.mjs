// Where a text stands in the editor: Monaco cuts a line into many elements, and draws only the lines that are in view.

/**
 * Rectangle, in pixels of the page, of the `occurrence`-th place (from 1) that shows `text` within one line; undefined
 * when it is not in view.
 */
export function findText(page, text, occurrence = 1) {
  return page.evaluate(locate, { text, occurrence });
}

/** Runs in the page. */
function locate({ text, occurrence }) {
  const plain = (shown) => shown.replaceAll('\u00a0', ' ');
  const lines = [...document.querySelectorAll('.editor-instance .view-line')];
  const top = (line) => line.getBoundingClientRect().top;
  const places = lines
    .sort((first, second) => top(first) - top(second))
    .flatMap((line) => {
      const starts = [];
      const shown = plain(line.textContent);
      for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1)) starts.push(at);
      return starts.map((start) => ({ line, start }));
    });
  const place = places[occurrence - 1];
  if (!place) return undefined;
  const range = document.createRange();
  const walker = document.createTreeWalker(place.line, window.NodeFilter.SHOW_TEXT);
  const end = place.start + text.length;
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (place.start >= before && place.start < after) range.setStart(node, place.start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  const { left, right, top: y, height } = range.getBoundingClientRect();
  return { left, right, x: (left + right) / 2, y: y + height / 2 };
}
