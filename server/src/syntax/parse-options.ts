/** A deposit of 200 requests holds some 50,000 values: nothing larger is worth the memory. */
export const MOST_VALUES = 100_000;

/** One step of a path: a tag's name, or `#` for any item of a list. */
export type PathStep = string;

export interface ParseOptions {
  /** True for the value that is one request: it becomes a hole. */
  readonly isRequest?: (path: readonly PathStep[]) => boolean;
  /** Brackets do not pair up: the indentation says where blocks end. */
  readonly byLayout?: boolean;
  /** Values, tags and problems after which reading stops. */
  readonly most?: number;
}
