import type { Montants } from '../../dossier/montants';
import { sommesOf, totauxOf, type Somme, type Sommes } from '../../dossier/totaux';
import { translate, type Langue } from '../../messages/catalogue';
import { amountText } from '../../messages/quantity';
import { harmless } from '../../messages/harmless';
import { shareOf, type Share } from './montants-part';

/** A total, as a row of a table. */
export interface LigneTotal {
  readonly sons: string;
  readonly prestation: string;
  readonly demandes: number;
  readonly plafond: Total;
  readonly ht: Total;
  readonly ttc: Total;
  readonly avance: Total;
  readonly solde: Total;
  /** Of the requests whose order and ceiling are both known. */
  readonly part: Share | null;
  /** That of the whole file. */
  readonly duFichier: boolean;
}

export interface Total {
  readonly texte: string;
  /** That some amounts are not in it; empty when all are. */
  readonly detail: string;
}

/** One row a SONS and prestation, then one for the file, unless it would say the same again. */
export function totalLignes(all: readonly Montants[], langue: Langue): LigneTotal[] {
  const unknown = translate(langue, 'montants.inconnu');
  const groups = totauxOf(all).map((total): LigneTotal => {
    const own = all.filter(({ sons, prestation }) => sons === total.sons && prestation === total.prestation);
    return {
      sons: harmless(total.sons ?? unknown),
      prestation: harmless(total.prestation ?? unknown),
      ...sumsOf(total, own, langue),
      duFichier: false,
    };
  });
  if (groups.length < 2) return groups;
  const sums = sumsOf(sommesOf(all), all, langue);
  return [
    ...groups,
    { sons: translate(langue, 'montants.total-fichier'), prestation: '', ...sums, duFichier: true },
  ];
}

function sumsOf(
  sommes: Sommes,
  of: readonly Montants[],
  langue: Langue,
): Omit<LigneTotal, 'sons' | 'prestation' | 'duFichier'> {
  const { demandes } = sommes;
  const comparable = sommesOf(of.filter(({ plafond, ht }) => plafond.type === 'montant' && ht !== undefined));
  return {
    demandes,
    plafond: totalOf(sommes.plafond, demandes, langue),
    ht: totalOf(sommes.ht, demandes, langue),
    ttc: totalOf(sommes.ttc, demandes, langue),
    avance: totalOf(sommes.avance, demandes, langue),
    solde: totalOf(sommes.solde, demandes, langue),
    part: shareOf(comparable.ht.cents, comparable.plafond.cents, langue),
  };
}

function totalOf({ cents, inconnus }: Somme, demandes: number, langue: Langue): Total {
  if (inconnus === demandes) return { texte: translate(langue, 'montants.inconnu'), detail: '' };
  return {
    texte: amountText(cents, langue),
    detail: inconnus === 0 ? '' : translate(langue, 'montants.total-partiel', { nombre: inconnus }),
  };
}
