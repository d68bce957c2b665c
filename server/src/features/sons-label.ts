import { isMessageKey, translate, type Langue } from '../messages/catalogue';

/** "Hôpital – DPI – vague 2" for HOP-DPI-Va2; a SONS that only a learnt model knows keeps its own name. */
export function sonsLabel(sons: string, langue: Langue): string {
  const key = `sons.${sons}`;
  return isMessageKey(key) ? translate(langue, key) : sons;
}
