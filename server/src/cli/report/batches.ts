/** How many items go out in one write. */
const BATCH = 500;

/** Writes the items of a JSON array as they come, one a line, many at a time: no list is ever held whole. */
export class Batches {
  private started = false;

  constructor(private readonly out: (text: string) => void) {}

  add<T>(items: readonly T[], lineOf: (item: T) => string): void {
    for (let from = 0; from < items.length; from += BATCH) {
      const lines = items.slice(from, from + BATCH).map(lineOf);
      this.out(`${this.started ? ',' : '['}\n${lines.join(',\n')}`);
      this.started = true;
    }
  }

  end(): void {
    this.out(this.started ? '\n]' : '[]');
  }
}
