import type { FileAmongOthers } from '../../dossier/neighbours';
import type { Mention } from '../../dossier/summary';
import { workspaceRule } from '../rule';
import { piecesNommees } from './pieces-nommees';
import { inMegabytes, LARGEST_PIECE } from './taille-maximale';

interface TooLarge extends Mention {
  readonly chemin: string;
  /** In bytes. */
  readonly taille: number;
}

/** P01: an attachment has 4 Mo at most. Silent where it is not sure which file a name stands for. */
export const pieceTaille = workspaceRule<TooLarge>({
  code: 'piece-taille',
  famille: 'pieces',
  severity: 'error',
  inventaire: ['P01'],
  sources: ['S0'],
  detect: (file) => piecesNommees(file.summary).flatMap((mention) => tooLarge(mention, file)),
  where: (mention) => mention,
  // Between the two readings of "4 Mo", the text does not tell.
  doubtful: isNearLimit,
  wording: (large) => ({
    suffix: isNearLimit(large) ? 'limite' : 'depassee',
    params: { fichier: large.chemin, taille: inMegabytes(large.taille) },
  }),
});

function tooLarge(mention: Mention, { fichiers }: FileAmongOthers): TooLarge[] {
  const [file, ...others] = fichiers?.named(mention.text) ?? [];
  const { chemin, taille } = file ?? {};
  if (chemin === undefined || taille === undefined || others.length > 0) return [];
  return taille > LARGEST_PIECE.sure ? [{ ...mention, chemin, taille }] : [];
}

function isNearLimit({ taille }: TooLarge): boolean {
  return taille <= LARGEST_PIECE.possible;
}
