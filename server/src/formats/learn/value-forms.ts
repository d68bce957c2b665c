/** Forms that values have, read from the texts and numbers of the examples. */
const FORMS = {
  finess: /^\d[\dAB]\d{7}$/,
  siren: /^\d{9}$/,
  siret: /^\d{14}$/,
  rpps: /^\d{11}$/,
  telephone: /^(\+33|0033|0)\s?[1-9]([\s.-]?\d{2}){4}$/,
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  'code-postal': /^\d[\dAB]\d{3}$/,
  date: /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/-]\d{1,2}[/-]\d{1,2})$/,
  montant: /^-?\d+([.,]\d+)?$/,
  taux: /^\d{1,2}([.,]\d+)?$|^100([.,]0+)?$/,
  entier: /^\d+$/,
  fichier: /\.(pdf|jpe?g|png)$/i,
  sons: /^[A-Z]{2,4}-[A-Z]{2,4}-Va\d$/,
  etape: /^(AVANCE|SOLDE)$/i,
  cas: /^cas ?[12]$/i,
  beneficiaire: /^(LIB[EÉ]RAL|STRUCTURE)$/i,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ValueForm = keyof typeof FORMS;

/** Undefined where there is nothing to look at. */
export function haveForm(values: readonly string[], form: ValueForm): boolean | undefined {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '' && value !== 'null');
  return filled.length === 0 ? undefined : filled.every((value) => FORMS[form].test(value));
}
