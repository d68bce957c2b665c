import { translate, type Langue } from '../messages/catalogue';
import { amountText } from '../messages/quantity';
import type { Etablissement } from '../registry/base';

/** "Plafond HOP-DPI-Va2, VAGUE_2 : 12 000,00 € HT", one text a column of the base, as the base gives it. */
export function ceilingTexts({ plafonds }: Pick<Etablissement, 'plafonds'>, langue: Langue): string[] {
  return plafonds.map(({ sons, prestation, ht, ttc }) => {
    const quoi = [sons, prestation].filter((part) => part !== undefined).join(', ');
    const sides = [
      ...(ht === undefined ? [] : [`${amountText(ht, langue)} HT`]),
      ...(ttc === undefined ? [] : [`${amountText(ttc, langue)} TTC`]),
    ].join(', ');
    return quoi === ''
      ? translate(langue, 'etablissement.plafond', { montant: sides })
      : translate(langue, 'etablissement.plafond.de', { quoi, montant: sides });
  });
}
