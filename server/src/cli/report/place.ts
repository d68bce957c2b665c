import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LineIndex } from '../../syntax/line-index';
import type { Span } from '../../syntax/nodes';

/** Lines and columns from 1, columns in UTF-16 units; the end is the place behind the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf({ start, end }: Span, index: LineIndex): Place {
  const from = index.positionAt(start);
  const to = index.positionAt(end);
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/**
 * A path as the tools of a repository expect it: from the folder where the command runs, with slashes and without
 * `./`. Undefined for a file that lies elsewhere.
 */
export function pathInside(path: string, folder: string): string | undefined {
  const inside = relative(folder, resolve(folder, path));
  return isAbsolute(inside) || inside.split(sep)[0] === '..' ? undefined : inside.split(sep).join('/');
}

/** The same, or the whole path of a file that lies elsewhere. */
export function pathForTools(path: string, folder: string): string {
  return pathInside(path, folder) ?? resolve(folder, path).split(sep).join('/');
}

/** The URI of a file that lies outside the folder where the command runs. */
export function uriOf(path: string, folder: string): string {
  return pathToFileURL(resolve(folder, path)).href;
}
