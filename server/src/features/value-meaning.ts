import type { Role } from '../formats/roles';
import { isMessageKey, translate, type Langue } from '../messages/catalogue';
import { sonsLabel } from './sons-label';

/** What a value of a closed list means, where it does not say so itself. */
export function valueMeaning(role: Role | undefined, value: string, langue: Langue): string | undefined {
  if (role === 'sons') return sonsLabel(value, langue);
  const key = `valeur.${role ?? ''}.${value}`;
  return isMessageKey(key) ? translate(langue, key) : undefined;
}
