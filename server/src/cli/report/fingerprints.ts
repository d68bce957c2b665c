import { createHash } from 'node:crypto';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import { demandeOf } from './place';

/**
 * Tells findings of one file apart, and knows them again in the next version of it. Made of what a finding is about,
 * never of where it stands: lines, ranks and wordings move. Alike findings of one request are told by their order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly file: ExaminedFile,
    private readonly path: string,
  ) {}

  /** 32 hexadecimal digits. To be asked once for each finding, in the order of the text. */
  of({ located }: ExaminedFinding): string {
    const { finding, start, end, demande } = located;
    const reference = demandeOf(this.file, demande);
    const subject = digest([
      this.path,
      finding.code,
      typeof reference === 'string' ? reference : '',
      this.file.analysis.text.slice(start, end),
    ]);
    const before = this.seen.get(subject) ?? 0;
    this.seen.set(subject, before + 1);
    return before === 0 ? subject : digest([subject, String(before)]);
  }
}

function digest(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}
