import { fileNameOf } from '../../dossier/file-name';
import { workspaceRule } from '../rule';
import { changedPerimeters, replacementIn, type ChangedPerimeter } from './perimetre';

/** A02: a beneficiary may leave between avance and solde; it is not financed elsewhere, and the amounts follow. */
export const beneficiaireRetire = workspaceRule<ChangedPerimeter>({
  code: 'beneficiaire-retire',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['A02'],
  sources: ['S2'],
  detect: (file) =>
    changedPerimeters(file).filter((change) => change.removed.length > 0 && !replacementIn(change)),
  where: ({ reference }) => reference,
  wording: ({ reference, avance, removed }) => ({
    ...(removed.length > 1 ? { suffix: 'plusieurs' } : {}),
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
