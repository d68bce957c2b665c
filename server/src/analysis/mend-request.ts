import { referenceOf } from '../dossier/beneficiaire';
import { readDemande } from '../dossier/part';
import { applyEdits } from '../syntax/edits';
import { findingsIn, type Yardstick } from './checked-request';
import { compatibleEdits, type MendOptions } from './compatible-edits';
import { sortOut, type Exception } from './exceptions';
import { locate } from './located';

/** Rounds after which mending stops: each one mends what the one before could not because of an overlap. */
export const MOST_ROUNDS = 50;

/** A text whose findings were mended as far as they can be. */
export interface MendedRequest {
  readonly text: string;
  /** The rule of each finding that was mended. */
  readonly codes: readonly string[];
}

/** What a request's own rules find in its text, mended to the end. What the team accepts stays as it is. */
export function mendRequest(
  text: string,
  yardstick: Yardstick,
  exceptions: readonly Exception[],
  options: MendOptions,
): MendedRequest {
  const codes: string[] = [];
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const part = readDemande(mended, yardstick.format);
    const acceptance = {
      exceptions,
      referenceAt: () => referenceOf(part),
      today: yardstick.circumstances.today,
    };
    const { findings } = sortOut(locate(findingsIn(part, yardstick), 0, 0), acceptance);
    const { edits, codes: those } = compatibleEdits(findings, options);
    if (edits.length === 0) break;
    codes.push(...those);
    mended = applyEdits(mended, edits);
  }
  return { text: mended, codes };
}
