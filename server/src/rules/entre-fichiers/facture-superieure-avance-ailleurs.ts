import { compareFacture, type Comparaison, type MontantsTaxes } from '../../dossier/facture';
import { fileNameOf } from '../../dossier/file-name';
import type { FileAmongOthers } from '../../dossier/neighbours';
import { mentionsAt, type FileSummary, type Mention, type SummarisedRole } from '../../dossier/summary';
import { readCents } from '../../regulation/cents';
import { workspaceRule } from '../rule';
import { decimalComma, numberInText } from '../valeurs/read-number';
import { soldesWithAvance, type SoldeWithAvance } from './avance-of';

/** The amounts of one order or invoice, and where they stand. */
interface Montants extends MontantsTaxes {
  readonly mentions: { readonly HT: Mention | undefined; readonly TTC: Mention | undefined };
}

interface TooHigh extends SoldeWithAvance, Comparaison {
  readonly invoiced: Mention;
  readonly declared: Mention;
}

/** M09 across files: the Ségur part of the invoice does not exceed the amount that the file of the avance declares. */
export const factureSuperieureAvanceAilleurs = workspaceRule<TooHigh>({
  code: 'facture-superieure-avance-ailleurs',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['M09'],
  sources: ['W22', 'W33'],
  detect: (file) => soldesWithAvance(file).flatMap((solde) => tooHigh(solde, file)),
  where: ({ invoiced }) => invoiced,
  wording: ({ taxe, facture, declare, reference, avance: { uri } }) => ({
    params: {
      taxe,
      facture: { euros: facture },
      declare: { euros: declare },
      reference: reference.text,
      fichier: fileNameOf(uri),
    },
  }),
  related: ({ avance: { uri }, declared, declare, taxe }) => [
    { uri, span: declared, params: { declare: { euros: declare }, taxe } },
  ],
});

/** Silent where the request's own order is exceeded already: `facture-superieure-avance` tells it there. */
function tooHigh(solde: SoldeWithAvance, { summary }: FileAmongOthers): TooHigh[] {
  const facture = montantsAt(summary, solde.rang, 'facture-ht', 'facture-ttc');
  const commande = montantsAt(summary, solde.rang, 'montant-ht', 'montant-ttc');
  const avance = montantsAt(solde.avance.summary, solde.rangAvance, 'montant-ht', 'montant-ttc');
  if (!facture || !commande || !avance || exceeds(compareFacture(facture, commande))) return [];
  const compared = compareFacture(facture, avance);
  if (!compared || !exceeds(compared)) return [];
  const [invoiced, declared] = [facture, avance].map(({ mentions }) => mentions[compared.taxe]);
  return invoiced && declared ? [{ ...solde, ...compared, invoiced, declared }] : [];
}

function exceeds(comparaison: Comparaison | undefined): boolean {
  return comparaison !== undefined && comparaison.ecart > 0n;
}

/** Undefined where an amount stands twice or cannot be read: nothing is compared then. */
function montantsAt(
  summary: FileSummary,
  rang: number,
  roleHt: SummarisedRole,
  roleTtc: SummarisedRole,
): Montants | undefined {
  const [ht, another] = mentionsAt(summary, rang, [roleHt]);
  const [ttc, third] = mentionsAt(summary, rang, [roleTtc]);
  const isUnread = [ht, ttc].some((mention) => mention && centsIn(mention.text) === undefined);
  if (another || third || isUnread) return undefined;
  return { ht: ht && centsIn(ht.text), ttc: ttc && centsIn(ttc.text), mentions: { HT: ht, TTC: ttc } };
}

/** Read through a comma or quotes, as within one file. */
function centsIn(text: string): bigint | undefined {
  const number = decimalComma(text) ?? numberInText(text);
  return number === undefined ? undefined : readCents(number)?.cents;
}
