import type { SourceDeBase } from '../base';

/** What of a stored base is not an array of numbers: kept as JSON. '' stands for nothing. */
export interface StoredText {
  readonly source: { readonly fichier: string; readonly feuille: string };
  readonly mots: readonly string[];
  readonly objets: readonly (readonly [sons: string, prestation: string])[];
  readonly noms: string;
  readonly nomsCompares: string;
  readonly etablissements: number;
  readonly plafonds: number;
}

/** True for the form that `serialise` writes. */
export function isStoredText(value: unknown): value is StoredText {
  if (!isObject(value)) return false;
  const { source, mots, objets, noms, nomsCompares, etablissements, plafonds } = value;
  return (
    isObject(source) &&
    [source.fichier, source.feuille, noms, nomsCompares].every((text) => typeof text === 'string') &&
    isStrings(mots) &&
    Array.isArray(objets) &&
    objets.every((objet) => isStrings(objet) && objet.length === 2) &&
    [etablissements, plafonds].every((count) => Number.isSafeInteger(count))
  );
}

export function sourceIn({ source }: StoredText): SourceDeBase {
  return { fichier: source.fichier, feuille: source.feuille === '' ? undefined : source.feuille };
}

function isObject(
  value: unknown,
): value is Readonly<Partial<Record<keyof StoredText | keyof SourceDeBase, unknown>>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
