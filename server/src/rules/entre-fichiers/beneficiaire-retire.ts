import { fileNameOf } from '../../dossier/file-name';
import { workspaceRule } from '../rule';
import { fusionAround, readChanges, type ReadChange } from './read-changes';

interface Removed extends ReadChange {
  readonly suffix: 'fusion' | 'plusieurs' | undefined;
}

/**
 * A02: a beneficiary may leave between avance and solde; it is not financed elsewhere, and the amounts follow. One that a
 * merger names keeps its number in the solde.
 */
export const beneficiaireRetire = workspaceRule<Removed>({
  code: 'beneficiaire-retire',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['A02', 'A07'],
  sources: ['S2'],
  detect: (file, { fusions }) =>
    readChanges(file, fusions).flatMap((change) => {
      const merged = change.removed.filter((mention) => fusionAround(mention, fusions));
      const gone = change.removed.filter((mention) => !merged.includes(mention));
      return [
        ...(merged.length > 0 ? [{ ...change, removed: merged, suffix: 'fusion' as const }] : []),
        ...(gone.length > 1 ? [{ ...change, removed: gone, suffix: 'plusieurs' as const }] : []),
        ...(gone.length === 1 ? [{ ...change, removed: gone, suffix: undefined }] : []),
      ];
    }),
  where: ({ reference }) => reference,
  wording: ({ reference, avance, removed, suffix }) => ({
    ...(suffix ? { suffix } : {}),
    params: {
      numeros: removed.map(({ text }) => text).join(', '),
      nombre: removed.length,
      reference: reference.text,
      fichier: fileNameOf(avance.uri),
    },
  }),
  related: ({ avance: { uri }, removed }) =>
    removed.map((span) => ({ uri, span, params: { numero: span.text } })),
});
