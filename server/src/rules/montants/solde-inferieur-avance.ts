import { partRule } from '../rule';
import { montantsAt, type Montant } from './prestation';

interface TooLow extends Montant {
  /** In cents. */
  readonly avance: bigint;
}

/** M08: a request whose declared solde is lower than the avance paid is rejected. */
export const soldeInferieurAvance = partRule<TooLow>({
  code: 'solde-inferieur-avance',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M08'],
  sources: ['S2'],
  detect: (part) => {
    const avances = montantsAt(part, 'avance-percue');
    return montantsAt(part, 'montant-solde').flatMap((solde) => {
      const avance = avances.find(({ cents }) => solde.cents < cents);
      return avance ? [{ ...solde, avance: avance.cents }] : [];
    });
  },
  where: ({ node }) => node,
  wording: ({ cents, avance }) => ({ params: { solde: { euros: cents }, avance: { euros: avance } } }),
});
