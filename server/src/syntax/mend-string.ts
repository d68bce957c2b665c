const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\'|\\|[\x00-\x1F]/g;

/** A JSON string from one whose closing quote, escapes or control characters are wrong; every character is kept. */
export function mendString(raw: string): string {
  const body = /^"(?:[^\\]|\\[\s\S])*"$/.test(raw) && raw.length > 1 ? raw.slice(1, -1) : raw.slice(1);
  return `"${body.replace(ESCAPE, mendPart)}"`;
}

function mendPart(part: string): string {
  if (part === '\\') return '\\\\';
  if (part === "\\'") return "'";
  return part.startsWith('\\') ? part : JSON.stringify(part).slice(1, -1);
}

/** What a string says once it is mended. */
export function readMended(raw: string): string {
  return JSON.parse(mendString(raw)) as string;
}
