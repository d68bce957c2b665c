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
import { statedBy, statedIn } from './stated-avances';

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
    const stating = statedIn(dossier).holdersOf(['avance-percue']);
    return stating.flatMap((demande) => wrongAvances(demande, dossier, suppliers, circumstances));
  },
  where: ({ place }) => place,
  doubtful: ({ attendues, mayBeReduced }) => mayBeReduced || attendues.some(({ part }) => isDoubtful(part)),
  wording,
});

function wrongAvances(
  demande: Demande,
  { format: { sons } }: Dossier,
  suppliers: readonly (boolean | undefined)[],
  circumstances: DossierCircumstances,
): WrongAvance[] {
  if (sons === undefined) return [];
  const stated = statedBy(demande);
  const allowed = suppliers.flatMap((assujetti) =>
    stated.orders.flatMap((order) => {
      const admissibles = avancesAdmissibles(order, assujetti, sons, circumstances);
      return admissibles ? [admissibles] : [];
    }),
  );
  return stated.avances.flatMap(({ place: { start, end }, cents: ecrit }) => {
    const attendues = allowed.find((all) => all.every(({ cents }) => cents !== ecrit));
    if (!attendues) return [];
    const place = { start: demande.start + start, end: demande.start + end };
    const isAbove = attendues.every(({ cents }) => ecrit > cents);
    return [{ place, ecrit, attendues, mayBeReduced: stated.hasBeneficiaries && isAbove }];
  });
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
