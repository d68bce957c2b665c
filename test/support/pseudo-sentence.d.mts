export function pseudoSentence(sentence: string): string;
export function pseudoCatalogue<K extends string>(catalogue: Readonly<Record<K, string>>): Record<K, string>;
