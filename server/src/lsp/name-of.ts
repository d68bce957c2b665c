/** The name of a file, without folders, from its URI. */
export function nameOf(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? uri;
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
