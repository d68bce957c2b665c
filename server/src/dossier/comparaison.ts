/** What became of the beneficiaries of an avance in its solde: the four cases of the annex of S2, or that nothing can be said. */
export type Cas = 'identique' | 'retire' | 'ajoute' | 'remplace' | 'inconnu';

/** Two perimeters held against each other, by the numbers of their beneficiaries. */
export interface Comparaison {
  readonly cas: Cas;
  readonly retires: readonly string[];
  readonly ajoutes: readonly string[];
}

/**
 * Compares the numbers of an avance with those of its solde, whatever their order and however often each is written.
 * A side without any legible number says nothing.
 */
export function comparerPerimetres(avance: readonly string[], solde: readonly string[]): Comparaison {
  const [before, after] = [new Set(avance), new Set(solde)];
  const retires = [...before].filter((cle) => !after.has(cle));
  const ajoutes = [...after].filter((cle) => !before.has(cle));
  if (before.size === 0 || after.size === 0) return { cas: 'inconnu', retires: [], ajoutes: [] };
  return { cas: casOf(retires.length, ajoutes.length), retires, ajoutes };
}

function casOf(retires: number, ajoutes: number): Cas {
  if (retires > 0 && ajoutes > 0) return 'remplace';
  if (ajoutes > 0) return 'ajoute';
  return retires > 0 ? 'retire' : 'identique';
}
