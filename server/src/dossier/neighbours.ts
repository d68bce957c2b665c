import type { Etape } from '../formats/format';
import type { ManifesteVoisin } from './candidature/manifeste-voisin';
import type { Dossier } from './dossier';
import type { FichiersVoisins } from './fichiers-voisins';
import type { KeyKind } from './keys';
import type { FileSummary } from './summary';

/** A mention in some file of the workspace. */
export interface Place {
  readonly uri: string;
  readonly summary: FileSummary;
  /** Rank of the mention in its file. */
  readonly mention: number;
}

/** The other files, as far as they can be asked: what rules that cross files read. */
export interface Neighbours {
  /** Where a number or a reference stands in files other than `except`, file by file in the order of their URIs. */
  readonly placesOf: (kind: KeyKind, text: string, except?: string) => readonly Place[];
  /** True when some file holds requests of this SONS, at this stage where one is given. */
  readonly holds: (sons: string, etape?: Etape) => boolean;
  /** True when every file of requests around this one was read: only then does it mean something that one is missing. */
  readonly isWholeAround: (uri: string) => boolean;
}

/** One file among the others. */
export interface FileAmongOthers {
  readonly uri: string;
  readonly summary: FileSummary;
  readonly neighbours: Neighbours;
  /** Its tree, for fixes; a file that is not open keeps none. */
  readonly dossier?: Dossier | undefined;
  /** The files beside it; undefined where they could not be listed. */
  readonly fichiers?: FichiersVoisins | undefined;
  /** What the manifest of its SONS beside it says; undefined where there is none, or more than one. */
  readonly manifeste?: ManifesteVoisin | undefined;
}
