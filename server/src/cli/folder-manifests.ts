import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestSummary, type ManifestSummary } from '../analysis/manifest-summary';
import { isManifestName } from '../dossier/candidature/manifest-name';
import { CannotRun } from './outcome';
import { readSource } from './source';

/** What the manifests of a folder say to the files beside them, as the editor takes it. Each folder is read once. */
export class FolderManifests {
  private readonly byFolder = new Map<string, Promise<readonly ManifestSummary[]>>();

  /** Those that stand in this very folder; none where it cannot be read. */
  in(folder: string): Promise<readonly ManifestSummary[]> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const reading = summariesIn(folder);
    this.byFolder.set(folder, reading);
    return reading;
  }
}

async function summariesIn(folder: string): Promise<readonly ManifestSummary[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => !entry.isDirectory() && isManifestName(entry.name));
  const read = await Promise.all(names.map(({ name }) => summaryOf(name, join(folder, name))));
  return read.filter((summary) => summary !== undefined);
}

/** A manifest that cannot be read says nothing here; given as a file, it is told for itself. */
async function summaryOf(name: string, path: string): Promise<ManifestSummary | undefined> {
  try {
    const { text } = await readSource(path, path);
    return manifestSummary(name, text);
  } catch (error) {
    if (error instanceof CannotRun) return undefined;
    throw error;
  }
}
