/** The name of the file of a URI, without folders, as a person reads it. */
export function fileNameOf(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? uri;
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
