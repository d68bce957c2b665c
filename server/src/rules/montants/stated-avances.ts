import type { Demande } from '../../dossier/dossier';
import { valuesOf, type Part } from '../../dossier/part';
import { following, remembered } from '../../dossier/remembered';
import { RequestIndex } from '../../dossier/request-index';
import type { Role } from '../../formats/roles';
import type { Span } from '../../syntax/nodes';
import { montantsAt, type Montant } from './prestation';

/** What a request says of its avance. */
interface Stated {
  readonly avances: readonly { readonly place: Span; readonly cents: bigint }[];
  readonly orders: readonly Order[];
  readonly hasBeneficiaries: boolean;
}

/** Read once of each request. */
export const statedBy = remembered((part): Stated => {
  const avances = montantsAt(part, 'avance-percue').map(({ node: { start, end }, cents: ecrit }) => ({
    place: { start, end },
    cents: ecrit,
  }));
  const hasBeneficiaries = valuesOf(part, 'etablissements', 'medecins-liberaux').length > 0;
  return { avances, orders: avances.length > 0 ? orders(part) : [], hasBeneficiaries };
});

/** The requests that state an avance. */
export const statedIn = following(() => new RequestIndex(statedRoles));

function statedRoles(demande: Demande): readonly Role[] {
  return statedBy(demande).avances.length > 0 ? ['avance-percue'] : [];
}

interface Order {
  readonly ht: bigint | undefined;
  readonly ttc: bigint | undefined;
}

/** The order's amounts, in every combination where a tag stands twice. */
function orders(part: Part): Order[] {
  const [ht, ttc] = [cents(montantsAt(part, 'montant-ht')), cents(montantsAt(part, 'montant-ttc'))];
  return ht.flatMap((one) => ttc.map((other) => ({ ht: one, ttc: other })));
}

function cents(montants: readonly Montant[]): readonly (bigint | undefined)[] {
  return montants.length > 0 ? montants.map((montant) => montant.cents) : [undefined];
}
