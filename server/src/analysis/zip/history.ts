import validate from '../../generated/validate-zip-history';
import type { Message } from '../../messages/catalogue';
import { parseJson } from '../../syntax/parse';
import { nodeAt, strictJson, type SettingsFile } from '../settings-file';

/** Where a workspace keeps the names of ZIP files that were used, from the workspace's folder. */
export const ZIP_HISTORY_PATH = '.segur/zip-history.json';

/** One ZIP that was prepared. */
export interface ZipEmploye {
  readonly nom: string;
  /** JJ/MM/AAAA. */
  readonly date?: string;
  /** The file of requests whose attachments it holds. */
  readonly fichier?: string;
}

/** Reads the text of a `.segur/zip-history.json`: nothing while it has a problem. Never fails. */
export function readZipHistory(text: string): SettingsFile<readonly ZipEmploye[]> {
  const fragment = parseJson(text);
  const value = strictJson(text);
  if (value !== undefined && validate(value)) return { value: value.zips, problem: undefined };
  const pointer = value === undefined ? undefined : validate.errors?.[0]?.instancePath;
  const message: Message = { key: 'zip.historique-illisible', params: {} };
  const offset =
    pointer === undefined ? (fragment.problems[0]?.start ?? 0) : (nodeAt(fragment, pointer)?.start ?? 0);
  return { value: [], problem: { message, offset, seenBySchema: true } };
}

/** The text of that file with one more ZIP. */
export function zipHistoryWith(known: readonly ZipEmploye[], zip: ZipEmploye): string {
  return `${JSON.stringify({ zips: [...known, zip] }, null, 2)}\n`;
}
