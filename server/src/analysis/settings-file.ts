import type { Message } from '../messages/catalogue';
import type { Fragment, JsonNode } from '../syntax/nodes';
import { valueOf } from '../syntax/walk';

/** The first thing to put right in a file of `.segur/`, and its offset in that file's text. */
export interface SettingsProblem {
  readonly message: Message;
  readonly offset: number;
  /** True for what an editor that knows JSON and the file's schema underlines by itself. */
  readonly seenBySchema: boolean;
}

/** What such a file says, and what is wrong with it. */
export interface SettingsFile<T> {
  readonly value: T;
  readonly problem: SettingsProblem | undefined;
}

/** What the text says if it is strict JSON; undefined otherwise. */
export function strictJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The value that a JSON pointer names, through objects and lists. */
export function nodeAt({ root }: Fragment, pointer: string): JsonNode | undefined {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<JsonNode | undefined>(
    (node, step) =>
      node?.kind === 'array'
        ? node.items[Number(step)]
        : valueOf(node, step.replaceAll('~1', '/').replaceAll('~0', '~')),
    root,
  );
}
