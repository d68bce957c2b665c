import { referenceIn, type Analysis } from '../../analysis/analyse';
import type { AcceptedFinding } from '../../analysis/exceptions';
import type { LocatedFinding } from '../../analysis/located';
import type { Demande, Dossier } from '../../dossier/dossier';
import type { Recognition } from '../../formats/recognise';
import type { FixKind } from '../../rules/finding';
import type { More } from '../report/reporter';
import { TextAtHand, type Looks } from './text-at-hand';
import type { ToldAccepted, ToldDemande, ToldFile, ToldFinding, Unchecked } from './told-file';

/** What a report tells of a file that was analysed. */
export function tellFile<M>(
  path: string,
  analysis: Analysis,
  looks: Looks,
  more: More<M>,
): ToldFile<M> | Unchecked {
  const { dossier, recognition } = analysis;
  if (dossier) return tellChecked(path, analysis, dossier, { looks, more });
  return tellUnchecked(path, recognition);
}

export function tellUnchecked(path: string, { kind }: Recognition): Unchecked {
  return { kind: kind === 'ignore' ? 'ignore' : 'autre', path };
}

/** The same of a file that is known to be one that is checked. */
export function tellChecked<M>(
  path: string,
  { text, findings, accepted }: Analysis,
  dossier: Dossier,
  { looks, more }: { readonly looks: Looks; readonly more: More<M> },
): ToldFile<M> {
  const { id, etape } = dossier.format;
  const references = dossier.demandes.map(referenceIn);
  const hand = new TextAtHand(path, text, looks, (rang) => (rang === undefined ? rang : references[rang]));
  const demandes: ToldDemande[] = [];
  for (const demande of dossier.demandes) demandes.push(tellDemande(demande, hand));
  return {
    kind: 'format',
    path,
    format: id,
    isCandidature: etape === 'candidature',
    demandes,
    findings: findings.map((located, rank) => tellFinding(located, hand, more, rank)),
    accepted: accepted.map((one, rank) => tellAccepted(one, hand, more, rank)),
  };
}

function tellDemande({ rang, start }: Demande, hand: TextAtHand): ToldDemande {
  return { reference: hand.referenceAt(rang), line: hand.index.positionAt(start).line + 1 };
}

/** `rank`: how many are told before it. */
export function tellFinding<M>(
  located: LocatedFinding,
  hand: TextAtHand,
  more: More<M>,
  rank: number,
): ToldFinding<M> {
  const { start, end, demande } = located;
  const { code, severity, message } = located.finding;
  return {
    finding: { code, severity, message },
    start,
    end,
    demande,
    place: hand.placeOf(located),
    fixable: fixableOf(located),
    more: more(located, hand, rank),
  };
}

/** Nobody is offered a fix for what is accepted. */
export function tellAccepted<M>(
  accepted: AcceptedFinding,
  hand: TextAtHand,
  more: More<M>,
  rank: number,
): ToldAccepted<M> {
  const { exception } = accepted;
  return { ...tellFinding(accepted, hand, more, rank), fixable: 'no', exception };
}

function fixableOf({ finding }: LocatedFinding): FixKind | 'no' {
  const kinds = finding.fixes().map(({ kind }) => kind);
  return kinds.includes('safe') ? 'safe' : (kinds[0] ?? 'no');
}
