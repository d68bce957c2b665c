import type { Mention } from '../../dossier/summary';
import { workspaceRule } from '../rule';
import { piecesNommees } from './pieces-nommees';

/**
 * P02: the file that a request names stands beside the JSON. Told only where attachments are kept there: in a folder
 * without a single one, they are elsewhere, and none is known to be missing.
 */
export const pieceIntrouvable = workspaceRule<Mention>({
  code: 'piece-introuvable',
  famille: 'pieces',
  severity: 'warning',
  inventaire: ['P02'],
  sources: ['S0', 'S2'],
  detect: ({ summary, fichiers }) =>
    fichiers?.holdsPieces
      ? piecesNommees(summary).filter(({ text }) => fichiers.named(text).length === 0)
      : [],
  where: (mention) => mention,
  wording: ({ text }) => ({ params: { nom: text } }),
});
