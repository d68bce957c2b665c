import type { CodeAction, RenameFile } from 'vscode-languageserver-types';
import type { LocatedFinding } from '../analysis/located';
import type { Dossier } from '../dossier/dossier';
import type { FichiersVoisins, FichierVoisin } from '../dossier/fichiers-voisins';
import { nameIn } from '../rules/pieces/fichiers-presents';
import { legalNames } from '../rules/pieces/legal-name';
import { rewrite, textsOf } from '../rules/texts-of';
import type { Edit } from '../syntax/edits';
import { textEditOf, type CheckedDocument } from './document';

/** The rules that ask for another name. */
export const RENAMING_RULES: readonly string[] = ['piece-nom', 'piece-nom-espace'];

/** The files beside a document, and where they are. */
export interface FichiersDuDocument {
  readonly fichiers: FichiersVoisins;
  readonly uriOf: (chemin: string) => string;
}

export interface AttachmentRenaming {
  readonly nom: string;
  readonly edit: NonNullable<CodeAction['edit']>;
}

interface Named {
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
  readonly renamed: (nom: string) => Edit;
}

/**
 * Gives an attachment a legal name, wherever the document names it and on the disk. Undefined when it is not sure which
 * file it is, when that file has the legal name already, or when another one does: nothing is ever overwritten.
 */
export function attachmentRenaming(
  { document, analysis: { dossier } }: CheckedDocument,
  { finding, start }: LocatedFinding,
  { fichiers, uriOf }: FichiersDuDocument,
): AttachmentRenaming | undefined {
  if (!dossier || !RENAMING_RULES.includes(finding.code)) return undefined;
  const all = namesIn(dossier);
  const de = all.find((one) => one.start === start)?.text;
  if (de === undefined) return undefined;
  const [file, ...others] = fichiers.named(de);
  const names = [...new Set(all.map(({ text }) => text))];
  const nom = legalNames(names)[names.indexOf(de)];
  if (!file || others.length > 0 || nom === undefined) return undefined;
  const target = inSameFolder(file, nom);
  if (fichiers.has(target)) return undefined;
  const rename: RenameFile = {
    kind: 'rename',
    oldUri: uriOf(file.chemin),
    newUri: uriOf(target),
    options: { overwrite: false, ignoreIfExists: false },
  };
  const edits = all
    .filter(({ text }) => text === de)
    .map(({ renamed }) => textEditOf(document, renamed(nom)));
  // The file first: where it cannot be renamed, the text stays as it is.
  const { uri, version } = document;
  return { nom, edit: { documentChanges: [rename, { textDocument: { uri, version }, edits }] } };
}

/** Every name of an attachment in a file of requests or a manifest. */
function namesIn({ enveloppe, demandes }: Dossier): Named[] {
  const parts = [{ part: enveloppe, start: 0 }, ...demandes];
  return parts.flatMap(({ part, start }) =>
    textsOf(part, 'nom-fichier').map((written) => ({
      text: written.text,
      start: start + written.node.start,
      renamed: (nom) => {
        const edit = rewrite(written, nom);
        return { ...edit, start: start + edit.start, end: start + edit.end };
      },
    })),
  );
}

function inSameFolder({ chemin }: FichierVoisin, nom: string): string {
  return chemin.slice(0, chemin.length - nameIn(chemin).length) + nom;
}
