import { compact } from '../texts-of';

export { finessKeyHolds, isFiness } from '../../registry/finess';

/** The number without blanks, its letter a capital. */
export function tidyFiness(text: string): string {
  return compact(text).toUpperCase();
}
