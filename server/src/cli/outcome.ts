import { say, type Message, type MessageKey, type MessageParams } from '../messages/catalogue';

/** What the command tells the shell. */
export const EXIT = { clean: 0, findings: 1, couldNotRun: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command cannot do what it was asked, said so that the user knows what to do. */
export class CannotRun extends Error {
  constructor(readonly reason: Message) {
    super(say('fr', reason));
  }
}

export function cannotRun(key: MessageKey, params: MessageParams = {}): CannotRun {
  return new CannotRun({ key, params });
}

/** What the system says of a file operation that failed: `EACCES`, `ENOSPC`… */
export function systemError(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
