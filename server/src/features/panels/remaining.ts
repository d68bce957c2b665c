import { translate, type Langue } from '../../messages/catalogue';

/** "dans 3 jours", "aujourd'hui", "il y a 12 jours". */
export function remaining(jours: number, langue: Langue): string {
  if (jours === 0) return translate(langue, 'regulation.texte.aujourd-hui');
  const count = Math.abs(jours);
  const nombre = new Intl.NumberFormat(langue).format(count);
  const isOne = new Intl.PluralRules(langue).select(count) === 'one';
  if (jours > 0) {
    return translate(langue, isOne ? 'regulation.texte.reste.un' : 'regulation.texte.reste.plusieurs', {
      nombre,
    });
  }
  return translate(langue, isOne ? 'regulation.texte.passe.un' : 'regulation.texte.passe.plusieurs', {
    nombre,
  });
}
