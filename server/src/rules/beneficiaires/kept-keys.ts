import type { Demande, Dossier } from '../../dossier/dossier';
import { following, rememberedFor } from '../../dossier/remembered';
import { RequestIndex } from '../../dossier/request-index';
import type { Regulation } from '../../regulation/regulation';
import { keysOf, type BeneficiaryKey } from './beneficiary-keys';

const keysKept = rememberedFor((part, { regulation }: Given) => keysOf(part, regulation));

interface Given {
  readonly regulation: Regulation;
}

/** The keys of one request. */
export function keysIn(demande: Demande, regulation: Regulation): readonly BeneficiaryKey[] {
  return keysKept(demande, { regulation });
}

/** Which requests of a file write which number. */
export function sharedKeys(dossier: Dossier, regulation: Regulation): RequestIndex<string> {
  const known = byRegulation.get(regulation) ?? indexUnder(regulation);
  byRegulation.set(regulation, known);
  return known(dossier);
}

/** Who shares a number is followed from one check to the next, under one set of dates and figures. */
const byRegulation = new WeakMap<Regulation, ReturnType<typeof indexUnder>>();

function indexUnder(regulation: Regulation): (dossier: Dossier) => RequestIndex<string> {
  // A number that a request writes twice is its own double, but for a SIREN.
  const names = (demande: Demande): string[] => {
    const all = keysIn(demande, regulation);
    const isNew = ({ sorte, numero }: BeneficiaryKey, rank: number): boolean =>
      sorte !== 'siren' || all.findIndex((key) => key.sorte === sorte && key.numero === numero) === rank;
    return all.filter(isNew).map(nameOfKey);
  };
  return following(() => new RequestIndex(names));
}

/** One name for what counts as the same. */
export function nameOfKey({ sorte, numero }: BeneficiaryKey): string {
  return `${sorte} ${numero}`;
}
