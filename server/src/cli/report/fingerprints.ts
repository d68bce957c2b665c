import { createHash } from 'node:crypto';
import type { LocatedFinding } from '../../analysis/located';
import type { TextAtHand } from '../told/text-at-hand';
import { pathForTools } from './place';

/** What a finding is about, in 32 hexadecimal digits: never where it stands, as lines, ranks and wordings move. */
export function subjectOf({ finding, start, end, demande }: LocatedFinding, hand: TextAtHand): string {
  return digest([
    pathForTools(hand.path, hand.looks.folder),
    finding.code,
    hand.referenceAt(demande) ?? '',
    hand.text.slice(start, end),
  ]);
}

/**
 * Tells findings of one file apart, and knows them again in the next version of it. Made of their subjects; alike
 * findings of one request are told by their order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  /** 32 hexadecimal digits. To be asked once for each finding, in the order of the text. */
  of(subject: string): string {
    const before = this.seen.get(subject) ?? 0;
    this.seen.set(subject, before + 1);
    return before === 0 ? subject : digest([subject, String(before)]);
  }
}

function digest(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}
