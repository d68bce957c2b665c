import { canonical } from '../workspace/uri';

/**
 * The URI of a file that a setting names: an address, an absolute path of either system, or a path that counts from a
 * folder (a URI without a final slash). Undefined for a relative path without a folder.
 */
export function uriOfPath(path: string, folder: string | undefined): string | undefined {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return path;
  const steps = path.replaceAll('\\', '/').split('/');
  const [first = ''] = steps;
  const encoded = steps.map(encodeURIComponent).join('/');
  if (/^[a-z]:$/i.test(first)) {
    return absolute(`///${first}${encoded.slice(encodeURIComponent(first).length)}`);
  }
  // `\\server\share` is a host and its path.
  if (first === '') return absolute(encoded.startsWith('//') ? encoded : `//${encoded}`);
  return folder === undefined ? undefined : resolved(encoded, `${folder}/`);
}

function absolute(path: string): string | undefined {
  return resolved(`file:${path}`, undefined);
}

function resolved(path: string, base: string | undefined): string | undefined {
  try {
    return new URL(path, base).href;
  } catch {
    return undefined;
  }
}

/** True for a URI in a folder or below, whichever way its steps are written. */
export function isBelow(uri: string, folder: string | undefined): boolean {
  return folder !== undefined && resolvedSteps(uri).startsWith(`${resolvedSteps(folder)}/`);
}

/** Climbing steps taken, escaped separators told apart from none. */
function resolvedSteps(uri: string): string {
  return canonical(resolved(uri.replace(/%5c|%2f/gi, '/'), undefined) ?? uri);
}
