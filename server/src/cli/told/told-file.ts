import type { Exception } from '../../analysis/exceptions';
import type { Finding, FixKind } from '../../rules/finding';
import type { Span } from '../../syntax/nodes';
import type { Place } from '../report/place';

/** A finding as a report tells it: plain data that keeps nothing of the file, and that may come from another thread. */
export interface ToldFinding<More> extends Span {
  readonly finding: Pick<Finding, 'code' | 'severity' | 'message'>;
  readonly place: Place;
  /** Rank of its request, undefined for the envelope. */
  readonly demande: number | undefined;
  /** The best that can be done about it without a person. */
  readonly fixable: FixKind | 'no';
  /** What this one report tells of it besides. */
  readonly more: More;
}

/** A finding that the team accepts. */
export interface ToldAccepted<More> extends ToldFinding<More> {
  readonly exception: Exception;
}

/** A request as a report names it. */
export interface ToldDemande {
  readonly reference: string | undefined;
  /** Where it begins, from 1. */
  readonly line: number;
}

/** One file that was checked. */
export interface ToldFile<More> {
  readonly kind: 'format';
  readonly path: string;
  /** The format's name. */
  readonly format: string;
  readonly isCandidature: boolean;
  readonly demandes: readonly ToldDemande[];
  /** In the text's order. */
  readonly findings: readonly ToldFinding<More>[];
  readonly accepted: readonly ToldAccepted<More>[];
}

/** A file that was not checked, and the reason. */
export interface Unchecked {
  readonly kind: 'autre' | 'ignore';
  readonly path: string;
}

/** The request's own reference, else its rank from 1; null outside the requests. */
export function demandeOf<More>(
  { demandes }: ToldFile<More>,
  rang: number | undefined,
): string | number | null {
  const demande = rang === undefined ? undefined : demandes[rang];
  return demande && rang !== undefined ? (demande.reference ?? rang + 1) : null;
}
