const COMMANDING = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** JSON that says the same, and nothing of which a screen would obey: JSON itself escapes the first of these signs only. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    COMMANDING,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
