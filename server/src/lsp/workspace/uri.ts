/**
 * One spelling of a URI, that of VS Code: clients, and the disk, write brackets, colons and drive letters differently,
 * and one file under two names would seem to be asked for twice.
 */
export function canonical(uri: string): string {
  const [, scheme, authority = '', path = ''] = /^([a-z][\w+.-]*):\/\/([^/]*)([^?#]*)/i.exec(uri) ?? [];
  if (scheme === undefined) return uri;
  const written = path
    .split('/')
    .map((segment) => encoded(decoded(segment)))
    .join('/');
  const drive = written.replace(/^\/([A-Za-z])%3A/, (_, letter: string) => `/${letter.toLowerCase()}%3A`);
  return `${scheme.toLowerCase()}://${authority}${drive}`;
}

/** The URI of a file below a folder; `path` has `/` between its names. */
export function below(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encoded).join('/')}`;
}

function encoded(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
