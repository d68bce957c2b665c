/** Where a long work stands, told each time it lets other work pass. */
export interface Avancement {
  readonly etape: 'lecture' | 'etablissements' | 'index';
  /** From 0 to 1, of this step. */
  readonly part: number;
}

/** A work in steps of a few milliseconds: whoever runs it shows the progress, lets other work pass, or drops it. */
export type Steps<Result> = Generator<Avancement, Result>;

/** Runs a work to its end at once: for tests and for the command line. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
