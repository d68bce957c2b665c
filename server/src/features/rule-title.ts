import { isMessageKey, translate, type Langue } from '../messages/catalogue';

/** A rule's name for people: "Balise manquante". */
export function ruleTitle(code: string, langue: Langue): string {
  const key = `regle.${code}.titre`;
  return isMessageKey(key) ? translate(langue, key) : code;
}
