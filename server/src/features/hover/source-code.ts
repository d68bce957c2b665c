import type { MessageKey } from '../../messages/catalogue';

/** Codes of `docs/sources.md` that have a title in the catalogue. */
export type SourceCode = MessageKey extends infer Key
  ? Key extends `source.${infer Code}`
    ? Code
    : never
  : never;
