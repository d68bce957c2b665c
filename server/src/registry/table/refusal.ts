import type { MessageKey, MessageParams } from '../../messages/catalogue';
import type { Refus } from './table';

/** Ends the reading of a file from wherever it stands; `readTable` makes a refusal of it. */
export class Refusal extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}

/** What is thrown while a file is read becomes an answer: what is not a refusal of ours is a damaged file. */
export function refusOf(thrown: unknown, fichier: string): Refus {
  const { key, params } = thrown instanceof Refusal ? thrown : new Refusal('base.refus.abime');
  return { etat: 'refus', message: { key, params: { fichier, ...params } } };
}
