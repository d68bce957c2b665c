/** How much of the head is looked at: a JSON text shows what it is at once. */
const HEAD = 4096;

/** True for what is no text at all (an image, a workbook, UTF-16 read as UTF-8): a NUL, or mostly control characters. */
export function looksBinary(text: string): boolean {
  const head = Math.min(text.length, HEAD);
  let odd = 0;
  for (let i = 0; i < head; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffd) odd++;
  }
  return odd * 5 > head;
}
