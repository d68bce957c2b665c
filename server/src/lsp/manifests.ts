import {
  manifestSummary,
  onlyOf,
  withManifests,
  withMergers,
  type ManifestSummary,
} from '../analysis/manifest-summary';
import { isManifestName } from '../dossier/candidature/manifest-name';
import { NO_MERGER, type Fusions } from '../dossier/fusions';
import { NO_COMPLETE_FILE_KNOWN, type DossiersComplets } from '../regulation/complete-file';
import type { ReadFile } from './folder-settings';

export interface FolderEntry {
  readonly nom: string;
  readonly dossier: boolean;
}

/** What stands in a folder; nothing when it cannot be read. */
export type ReadFolder = (uri: string) => Promise<readonly FolderEntry[]>;

/** What the manifests of a folder say, by their name: clients write one URI in more than one way. */
type Summaries = ReadonlyMap<string, ManifestSummary | undefined>;

interface Merged<Value> {
  readonly settings: Value;
  readonly manifests: readonly ManifestSummary[];
  readonly value: Value;
}

/**
 * What the manifests of a folder say to the files beside them: from the disk, an open text first. Files below or above
 * have manifests of their own.
 */
export class Manifests {
  private readonly read = new Map<string, Summaries>();
  private readonly firstReadings = new Map<string, Promise<boolean>>();
  private readonly open = new Map<string, Map<string, ManifestSummary | undefined>>();
  private readonly beside = new Map<string, readonly ManifestSummary[]>();
  private readonly completeFiles = new Map<string, Merged<DossiersComplets>>();
  private readonly mergers = new Map<string, Merged<Fusions>>();

  constructor(
    private readonly readFile: ReadFile,
    private readonly readFolder: ReadFolder,
    /** Told of a folder in which all that changed is what rules that cross files read. */
    private readonly voisinChanged: (folder: string) => void = () => undefined,
  ) {}

  /** Reads the manifests beside a file, once; resolves when they are read, true where that changed what is known. */
  async follow(uri: string): Promise<boolean> {
    const folder = folderOf(uri);
    const known = this.firstReadings.get(folder);
    if (known) {
      await known;
      return false;
    }
    const reading = this.reload(folder);
    this.firstReadings.set(folder, reading);
    return reading;
  }

  /** Reads anew what was read; files were changed elsewhere. True where that changed what is known. */
  async reloadAll(): Promise<boolean> {
    const changed = await Promise.all([...this.read.keys()].map((folder) => this.reload(folder)));
    return changed.includes(true);
  }

  /** True for a file that is a manifest by its name. */
  concerns(uri: string): boolean {
    return isManifestName(nameOf(uri));
  }

  /** The text of an open manifest, undefined once it is closed; true where that changed what is known. */
  setOpen(uri: string, text: string | undefined): boolean {
    const [folder, name] = [folderOf(uri), nameOf(uri)];
    if (!isManifestName(name)) return false;
    const open = this.open.get(folder) ?? new Map<string, ManifestSummary | undefined>();
    if (text === undefined) open.delete(name);
    else open.set(name, manifestSummary(name, text));
    this.open.set(folder, open);
    return this.renew(folder);
  }

  /** The manifest of a SONS beside a file; undefined where there is none, or more than one. */
  of(sons: string, uri: string): ManifestSummary | undefined {
    return onlyOf(sons, this.beside.get(folderOf(uri)) ?? []);
  }

  /** What the settings say of complete files, under what the manifests beside a file say. The same object while it holds. */
  dossiersComplets(uri: string, settings = NO_COMPLETE_FILE_KNOWN): DossiersComplets {
    return this.together(this.completeFiles, uri, settings, withManifests);
  }

  /** The mergers that the settings tell of, and those of the manifests beside a file. The same object while it holds. */
  fusions(uri: string, settings = NO_MERGER): Fusions {
    return this.together(this.mergers, uri, settings, withMergers);
  }

  private together<Value>(
    merged: Map<string, Merged<Value>>,
    uri: string,
    settings: Value,
    merge: (settings: Value, manifests: readonly ManifestSummary[]) => Value,
  ): Value {
    const folder = folderOf(uri);
    const manifests = this.beside.get(folder) ?? [];
    if (manifests.length === 0) return settings;
    const known = merged.get(folder);
    if (known?.settings === settings && known.manifests === manifests) return known.value;
    const value = merge(settings, manifests);
    merged.set(folder, { settings, manifests, value });
    return value;
  }

  private async reload(folder: string): Promise<boolean> {
    this.read.set(folder, this.read.get(folder) ?? new Map());
    const names = (await this.readFolder(folder)).filter(
      ({ nom, dossier }) => !dossier && isManifestName(nom),
    );
    const texts = names.map(async ({ nom }): Promise<[string, ManifestSummary | undefined]> => {
      const text = await this.readFile(`${folder}/${encodeURIComponent(nom)}`);
      return [nom, text === undefined ? undefined : manifestSummary(nom, text)];
    });
    this.read.set(folder, new Map(await Promise.all(texts)));
    return this.renew(folder);
  }

  /** Puts together what is known in a folder; keeps the object while nothing changed. */
  private renew(folder: string): boolean {
    const all = new Map([...(this.read.get(folder) ?? []), ...(this.open.get(folder) ?? [])]);
    const now = [...all.values()].filter((summary) => summary !== undefined);
    const before = this.beside.get(folder) ?? [];
    if (JSON.stringify(now) === JSON.stringify(before)) return false;
    this.beside.set(folder, now);
    if (JSON.stringify(now.map(forAll)) !== JSON.stringify(before.map(forAll))) return true;
    this.voisinChanged(folder);
    return false;
  }
}

/** What every rule and panel of the files beside a manifest takes from it: when it changes, all is checked anew. */
function forAll({ sons, avancement, dossierComplet, fusions }: ManifestSummary): unknown {
  return { sons, avancement, dossierComplet, fusions };
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
