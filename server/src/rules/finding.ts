import type { MessageKey } from '../messages/catalogue';
import type { Facts, MessageParams } from '../messages/params';
import type { Edit } from '../syntax/edits';
import type { Span } from '../syntax/nodes';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `{ suffix: 'pluriel', … }` picks `regle.<code>.message.pluriel`; without one, `regle.<code>.message`. */
export interface Wording {
  readonly suffix?: string;
  readonly params?: MessageParams;
}

/** Safe: keeps every datum and has one right answer. Unsafe: a guess, never applied without being asked for. */
export type FixKind = 'safe' | 'unsafe';

export interface Fix {
  readonly kind: FixKind;
  readonly title: { readonly key: MessageKey; readonly params: MessageParams };
  /** Offsets in the fragment that the finding belongs to. */
  readonly edits: readonly Edit[];
}

/** Another place that a finding speaks of: in this fragment, or in the file of `uri` with offsets in that file. */
export interface Related extends Span {
  readonly uri?: string;
  readonly message: { readonly key: MessageKey; readonly params: MessageParams };
}

/** What a rule found in one fragment. */
export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: { readonly key: MessageKey; readonly params: MessageParams };
  /** Facts for tools: the message's parameters and nothing that must be read out of a sentence. */
  readonly facts: Facts;
  /** Other places that it is about. */
  readonly related?: readonly Related[];
  /** Computed when asked for, from the tree that the finding was made on. */
  readonly fixes: () => readonly Fix[];
}
