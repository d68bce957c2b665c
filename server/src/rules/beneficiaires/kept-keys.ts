import type { Demande, Dossier } from '../../dossier/dossier';
import { following, remembered } from '../../dossier/remembered';
import { RequestIndex } from '../../dossier/request-index';
import type { Regulation } from '../../regulation/regulation';
import { keysOf, type BeneficiaryKey } from './beneficiary-keys';

/** Requests are kept from one check to the next: so are their keys, and who shares them. */
const byRegulation = new WeakMap<Regulation, ReturnType<typeof rememberedKeys>>();

function rememberedKeys(regulation: Regulation) {
  const keys = remembered((part) => keysOf(part, regulation));
  // A number that a request writes twice is its own double, but for a SIREN.
  const names = (demande: Demande): string[] => {
    const all = keys(demande);
    const isNew = ({ sorte, numero }: BeneficiaryKey, rank: number): boolean =>
      sorte !== 'siren' || all.findIndex((key) => key.sorte === sorte && key.numero === numero) === rank;
    return all.filter(isNew).map(nameOfKey);
  };
  return { keys, index: following(() => new RequestIndex(names)) };
}

function memoryOf(regulation: Regulation): ReturnType<typeof rememberedKeys> {
  const known = byRegulation.get(regulation) ?? rememberedKeys(regulation);
  byRegulation.set(regulation, known);
  return known;
}

/** The keys of one request. */
export function keysIn(demande: Demande, regulation: Regulation): readonly BeneficiaryKey[] {
  return memoryOf(regulation).keys(demande);
}

/** Which requests of a file write which number. */
export function sharedKeys(dossier: Dossier, regulation: Regulation): RequestIndex<string> {
  return memoryOf(regulation).index(dossier);
}

/** One name for what counts as the same. */
export function nameOfKey({ sorte, numero }: BeneficiaryKey): string {
  return `${sorte} ${numero}`;
}
