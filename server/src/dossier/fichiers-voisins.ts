/** A file beside the JSON or below: its path from there, with `/`, and its size in bytes where it is known. */
export interface FichierVoisin {
  readonly chemin: string;
  readonly taille: number | undefined;
}

/** The files beside a file of requests and below, where they could be listed to the last one. */
export interface FichiersVoisins {
  /** The files that an attachment's name may stand for: one when it is sure, several when nothing tells which. */
  readonly named: (nom: string) => readonly FichierVoisin[];
  /** True when a file has this path, whatever its case. */
  readonly has: (chemin: string) => boolean;
  /** True when nothing stands there at all. */
  readonly isEmpty: boolean;
  /** True when one of them may be an attachment: without any, attachments are kept elsewhere. */
  readonly holdsPieces: boolean;
}
