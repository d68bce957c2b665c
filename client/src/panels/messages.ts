/** What the page of deadlines says to the extension. */
export type PageMessage =
  | { readonly type: 'pret' }
  | { readonly type: 'exporter'; readonly sons: readonly string[] }
  | { readonly type: 'montrer'; readonly rang: number };

/** Reads a message of the page; undefined for anything else. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  if (message.type === 'pret') return { type: 'pret' };
  if (message.type === 'montrer') return readRank(message);
  if (message.type !== 'exporter' || !('sons' in message) || !Array.isArray(message.sons)) return undefined;
  const sons: readonly unknown[] = message.sons;
  return sons.every((one) => typeof one === 'string') ? { type: 'exporter', sons } : undefined;
}

function readRank(message: object): PageMessage | undefined {
  const rang: unknown = 'rang' in message ? message.rang : undefined;
  return typeof rang === 'number' && Number.isSafeInteger(rang) && rang >= 0
    ? { type: 'montrer', rang }
    : undefined;
}
