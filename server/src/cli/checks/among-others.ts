import type { LocatedFinding } from '../../analysis/located';
import { sortOut, type Acceptance } from '../../analysis/exceptions';
import { parisTime } from '../../regulation/paris-time';
import type { Span } from '../../syntax/nodes';
import type { AmongGiven } from '../among-given';
import type { ListedFile } from '../surroundings';
import type { Source } from '../source';
import { tellAccepted, tellFinding } from '../told/tell-file';
import { TextAtHand } from '../told/text-at-hand';
import type { ToldFile } from '../told/told-file';
import { digestOf, lookAt, type Eye, type Look } from './look';

type Checked<M> = Extract<Look<M>, { kind: 'verifie' }>;

/**
 * A file with what the others bring to it. Where they bring something, its text is read again for the place; a file
 * that changed since is looked at anew.
 */
export async function withOthers<M>(
  file: ListedFile,
  look: Checked<M>,
  among: AmongGiven,
  eye: Eye<M>,
): Promise<Look<M>> {
  let source: Source | undefined;
  const found = await among.findingsIn(file, look.summary, () => source);
  if (found.length === 0) return look;
  try {
    source = await file.content();
  } catch {
    return lookAt(file, eye);
  }
  if (digestOf(source) === look.digest) return { ...look, told: joined(file, look.told, source, found, eye) };
  const anew = await lookAt(file, eye);
  if (anew.kind !== 'verifie') return anew;
  among.take(file, anew.summary);
  return withOthers(file, anew, among, eye);
}

function joined<M>(
  { exceptions }: ListedFile,
  told: ToldFile<M>,
  { text }: Source,
  found: readonly LocatedFinding[],
  { looks, more, now }: Eye<M>,
): ToldFile<M> {
  const referenceAt = (rang: number | undefined): string | undefined =>
    rang === undefined ? undefined : told.demandes[rang]?.reference;
  const acceptance: Acceptance = { exceptions, referenceAt, today: parisTime(now).jour };
  const { findings, accepted } = sortOut(found, acceptance);
  const hand = new TextAtHand(told.path, text, looks, referenceAt);
  return {
    ...told,
    findings: inOrder(
      told.findings,
      findings.map((one) => tellFinding(one, hand, more, 0)),
    ),
    accepted: inOrder(
      told.accepted,
      accepted.map((one) => tellAccepted(one, hand, more, 0)),
    ),
  };
}

function inOrder<T extends Span>(own: readonly T[], others: readonly T[]): T[] {
  return [...own, ...others].sort((a, b) => a.start - b.start || a.end - b.end);
}
