import { avancesAdmissibles, type AvanceAdmissible } from '../../dossier/avance-admissible';
import type { Demande, Dossier } from '../../dossier/dossier';
import { valuesOf, type Part } from '../../dossier/part';
import { readRate } from '../../regulation/amounts';
import type { Span } from '../../syntax/nodes';
import { cited, isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import type { Wording } from '../finding';
import { dossierRule } from '../rule';
import { readLiteral } from '../syntaxe/read-literal';
import { booleanMeant } from '../wrong-type';
import { montantsAt, type Montant } from './prestation';

interface WrongAvance {
  /** The stated avance, in the whole text. */
  readonly place: Span;
  /** In cents. */
  readonly ecrit: bigint;
  /** That of the share of the wave first. */
  readonly attendues: readonly AvanceAdmissible[];
  /** More than the order brings, while a beneficiary may have been removed since: nobody can know here. */
  readonly mayBeReduced: boolean;
}

/** M04: the avance that a request states is the share of its wave, or the smaller one of HOP-DPI, to the cent. */
export const avanceIncorrecte = dossierRule<WrongAvance>({
  code: 'avance-incorrecte',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M04', 'M05'],
  sources: ['S0', 'S1', 'S2', 'S3'],
  detect: (dossier, circumstances) => {
    const suppliers = assujettis(dossier.enveloppe);
    return dossier.demandes.flatMap((demande) => wrongAvances(demande, dossier, suppliers, circumstances));
  },
  where: ({ place }) => place,
  doubtful: ({ attendues, mayBeReduced }) => mayBeReduced || attendues.some(({ part }) => isDoubtful(part)),
  wording,
});

function wrongAvances(
  { part, start }: Demande,
  { format: { sons } }: Dossier,
  suppliers: readonly (boolean | undefined)[],
  circumstances: DossierCircumstances,
): WrongAvance[] {
  const stated = montantsAt(part, 'avance-percue');
  if (sons === undefined || stated.length === 0) return [];
  const allowed = suppliers.flatMap((assujetti) =>
    orders(part).flatMap((order) => {
      const admissibles = avancesAdmissibles(order, assujetti, sons, circumstances);
      return admissibles ? [admissibles] : [];
    }),
  );
  const mayBeReduced = valuesOf(part, 'etablissements', 'medecins-liberaux').length > 0;
  return stated.flatMap(({ node, cents: ecrit }) => {
    const attendues = allowed.find((all) => all.every(({ cents }) => cents !== ecrit));
    if (!attendues) return [];
    const place = { start: start + node.start, end: start + node.end };
    const isAbove = attendues.every(({ cents }) => ecrit > cents);
    return [{ place, ecrit, attendues, mayBeReduced: mayBeReduced && isAbove }];
  });
}

/** The order's amounts, in every combination where a tag stands twice. */
function orders(part: Part): { ht: bigint | undefined; ttc: bigint | undefined }[] {
  const [ht, ttc] = [cents(montantsAt(part, 'montant-ht')), cents(montantsAt(part, 'montant-ttc'))];
  return ht.flatMap((one) => ttc.map((other) => ({ ht: one, ttc: other })));
}

function cents(montants: readonly Montant[]): readonly (bigint | undefined)[] {
  return montants.length > 0 ? montants.map((montant) => montant.cents) : [undefined];
}

/** Whether the supplier is subject to VAT, read through what other rules mend. */
function assujettis(enveloppe: Part): readonly (boolean | undefined)[] {
  const values = valuesOf(enveloppe, 'assujetti-tva').map(({ node, shape }) => {
    if (node.kind === 'boolean') return node.value;
    if (node.kind !== 'invalid') return booleanMeant({ kind: 'type', node, shape });
    const word = readLiteral({ kind: 'litteral', node, shape })?.value;
    return word === 'true' || word === 'false' ? word === 'true' : undefined;
  });
  return values.length > 0 ? values : [undefined];
}

function wording({ ecrit, attendues, mayBeReduced }: WrongAvance): Wording {
  const shares = new Map(
    attendues.map((share) => [`${share.cents} ${share.part.value} ${share.taxe}`, share] as const),
  );
  const amounts = [...shares.values()].flatMap(({ cents: amount, taxe, part: { value } }, rank) => [
    rank === 0 ? '' : ' · ',
    { euros: amount },
    ' (',
    { pourcent: readRate(String(value)) ?? 0n },
    `, ${taxe})`,
  ]);
  const sources = [...new Set(attendues.map(({ part }) => cited(part)))].join(', ');
  return {
    suffix: mayBeReduced ? 'superieure' : 'differente',
    params: { avance: { euros: ecrit }, attendues: amounts, sources },
  };
}
