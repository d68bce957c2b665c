import { fileNameOf } from '../../dossier/file-name';
import type { Mention } from '../../dossier/summary';
import { replaceNode } from '../../syntax/edits';
import { workspaceRule } from '../rule';
import { changedPerimeters, replacementIn, type ChangedPerimeter } from './perimetre';

interface Replaced extends ChangedPerimeter {
  readonly before: Mention;
  readonly after: Mention;
}

/** A04: a solde in which another beneficiary took the place of one of its avance is rejected, even if the one became the other. */
export const beneficiaireRemplace = workspaceRule<Replaced>({
  code: 'beneficiaire-remplace',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['A04'],
  sources: ['S2'],
  detect: (file) =>
    changedPerimeters(file).flatMap((change) => {
      const replacement = replacementIn(change);
      return replacement ? [{ ...change, ...replacement }] : [];
    }),
  where: ({ after }) => after,
  wording: ({ before, after, reference, avance }) => ({
    params: {
      nouveau: after.text,
      ancien: before.text,
      reference: reference.text,
      fichier: fileNameOf(avance.uri),
    },
  }),
  related: ({ avance: { uri }, before }) => [{ uri, span: before, params: { numero: before.text } }],
  fix: ({ before, after }) => [
    {
      kind: 'unsafe',
      edits: [replaceNode(after, JSON.stringify(before.text))],
      params: { numero: before.text },
    },
  ],
});
