import { fileNameOf } from '../../dossier/file-name';
import { replaceNode } from '../../syntax/edits';
import { workspaceRule } from '../rule';
import { readChanges, type ReadChange, type Replacement } from './read-changes';

interface Replaced extends ReadChange, Replacement {}

/** A04: a solde in which another beneficiary took the place of one of its avance is rejected, even if the one became the other. */
export const beneficiaireRemplace = workspaceRule<Replaced>({
  code: 'beneficiaire-remplace',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['A04', 'A07'],
  sources: ['S2'],
  detect: (file, { fusions }) =>
    readChanges(file, fusions).flatMap((change) =>
      change.replacements.map((replacement) => ({ ...change, ...replacement })),
    ),
  where: ({ after }) => after,
  wording: ({ before, after, reference, avance, fusion }) => ({
    ...(fusion ? { suffix: before.length > 1 ? 'fusion.plusieurs' : 'fusion' } : {}),
    params: {
      nouveau: after.text,
      ancien: before.map(({ text }) => text).join(', '),
      reference: reference.text,
      fichier: fileNameOf(avance.uri),
      declaree: fusion?.fichier ?? '',
    },
  }),
  related: ({ avance: { uri }, before }) =>
    before.map((span) => ({ uri, span, params: { numero: span.text } })),
  fix: ({ before: [before, ...others], after }) =>
    others.length > 0
      ? []
      : [
          {
            kind: 'unsafe',
            edits: [replaceNode(after, JSON.stringify(before.text))],
            params: { numero: before.text },
          },
        ],
});
