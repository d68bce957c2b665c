import { legalNames } from '../../rules/pieces/legal-name';

/** A file beside the JSON or below: its path from there, with `/`, and its size in bytes. */
export interface FichierPresent {
  readonly chemin: string;
  readonly taille: number;
}

/** Ways to recognise the file that a name stands for, the surest first. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFC').toLowerCase(),
  // The JSON has the legal name already, the file not yet.
  (text) => legalNames([text]).join('').toLowerCase(),
];

/**
 * The files that an attachment's name may stand for: one when it is sure, several when nothing tells which. The whole
 * path first, then a file beside the JSON, then one in a sub-folder.
 */
export function filesNamed(nom: string, files: readonly FichierPresent[]): readonly FichierPresent[] {
  const wanted = nom.trim();
  for (const way of WAYS) {
    const byPath = files.filter(({ chemin }) => way(chemin) === way(wanted));
    if (byPath.length > 0) return byPath;
    const byName = files.filter(({ chemin }) => way(nameOf(chemin)) === way(wanted));
    if (byName.length > 0) return byName;
  }
  return [];
}

function nameOf(chemin: string): string {
  return chemin.slice(chemin.lastIndexOf('/') + 1);
}
