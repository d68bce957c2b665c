import type { FichierVoisin } from '../../dossier/fichiers-voisins';
import { FichiersPresents } from '../../rules/pieces/fichiers-presents';
import { hasAcceptedFormat } from '../../rules/pieces/piece-format';
import type { Files } from '../files';
import { isForeignFolder } from './files';
import { below, canonical } from './uri';

/** The names under which attachments are kept, as a glob for clients. These know no "whatever the case". */
export const PIECE_FILES = '**/*.{pdf,jpg,jpeg,png,PDF,JPG,JPEG,PNG}';

/** As the command line: attachments do not lie deeper, nor are they more. */
const DEEPEST = 3;
const MOST_FILES = 10_000;
const MOST_FOLDERS = 500;
/** Sizes asked for at once: through a client, each is a message. */
const AT_ONCE = 20;

interface Listing {
  /** As the client names it, without a final slash. */
  readonly folder: string;
  /** Undefined when there is more than we look at: then nothing is known to be missing. */
  fichiers: FichiersPresents<FichierVoisin> | undefined;
  /** Something changed while the folder was being read. */
  isStale: boolean;
  reading: Promise<void> | undefined;
}

/**
 * The files beside those of requests, by folder: read when they are first asked for, then again when the client tells
 * of a change. A key stroke reads nothing.
 */
export class BesideFiles {
  private readonly listings = new Map<string, Listing>();
  private last: Promise<void> = Promise.resolve();

  /** `changed` is told the folder, by its canonical URI, whose files are others than they were. */
  constructor(
    private readonly files: Pick<Files, 'readFolder' | 'stamp'>,
    private readonly changed: (folder: string) => void,
  ) {}

  /** What is known of the files around this one; begins to read them when nothing is. */
  known(uri: string): FichiersPresents<FichierVoisin> | undefined {
    return this.listingOf(uri).fichiers;
  }

  /** The same once it was read. */
  async read(uri: string): Promise<FichiersPresents<FichierVoisin> | undefined> {
    const listing = this.listingOf(uri);
    await listing.reading;
    return listing.fichiers;
  }

  /** The URI of a file of the listing around `uri`, by its path. */
  uriOf(uri: string, chemin: string): string {
    return below(folderOf(uri), chemin);
  }

  /** Attachments, or files beside which some are, changed or may have. */
  touch(uris: readonly string[]): void {
    const keys = uris.map(canonical);
    for (const [folder, listing] of this.listings) {
      if (keys.some((key) => key.startsWith(`${folder}/`))) this.readAgain(listing);
    }
  }

  private listingOf(uri: string): Listing {
    const folder = folderOf(uri);
    const key = canonical(folder);
    const known = this.listings.get(key);
    if (known) return known;
    const listing: Listing = { folder, fichiers: undefined, isStale: false, reading: undefined };
    this.listings.set(key, listing);
    this.readAgain(listing);
    return listing;
  }

  /** One folder at a time; changes that come while it is read are read together. */
  private readAgain(listing: Listing): void {
    listing.isStale = true;
    if (listing.reading) return;
    listing.reading = this.last = this.last.then(() => this.readNow(listing));
  }

  private async readNow(listing: Listing): Promise<void> {
    const before = listing.fichiers;
    while (listing.isStale) {
      listing.isStale = false;
      listing.fichiers = await this.list(listing.folder);
    }
    listing.reading = undefined;
    if (differ(before, listing.fichiers)) this.changed(canonical(listing.folder));
  }

  private async list(folder: string): Promise<FichiersPresents<FichierVoisin> | undefined> {
    const chemins = await this.pathsIn(folder);
    if (!chemins) return undefined;
    const found: FichierVoisin[] = [];
    for (let at = 0; at < chemins.length; at += AT_ONCE) {
      const some = chemins.slice(at, at + AT_ONCE).map(async (chemin) => {
        const stamp = hasAcceptedFormat(chemin) ? await this.files.stamp(below(folder, chemin)) : undefined;
        return { chemin, taille: stamp?.taille };
      });
      found.push(...(await Promise.all(some)));
    }
    return new FichiersPresents(found);
  }

  /** The nearest first; undefined when there are too many. */
  private async pathsIn(folder: string): Promise<string[] | undefined> {
    const chemins: string[] = [];
    let folders = [''];
    let seen = 0;
    for (let depth = 0; depth <= DEEPEST; depth++) {
      const next: string[] = [];
      for (const path of folders) {
        if (++seen > MOST_FOLDERS) return undefined;
        for (const { nom, dossier } of await this.files.readFolder(
          path === '' ? folder : below(folder, path),
        )) {
          const chemin = path === '' ? nom : `${path}/${nom}`;
          if (!dossier) chemins.push(chemin);
          else if (!isForeignFolder(nom)) next.push(chemin);
        }
        if (chemins.length > MOST_FILES) return undefined;
      }
      folders = next;
    }
    return chemins;
  }
}

/** Whether a rule may say something else now. */
function differ(
  before: FichiersPresents<FichierVoisin> | undefined,
  now: FichiersPresents<FichierVoisin> | undefined,
): boolean {
  const said = (listing: typeof now): string =>
    listing?.holdsPieces ? JSON.stringify(listing.all.map(({ chemin, taille }) => [chemin, taille])) : '';
  return said(before) !== said(now);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
