import { referenceOf } from '../../dossier/beneficiaire';
import { holeOf, type Demande, type Dossier } from '../../dossier/dossier';
import type { Regulation } from '../../regulation/regulation';
import { removeChild } from '../../syntax/edits';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import { dossierRule } from '../rule';
import type { BeneficiaryKey } from './beneficiary-keys';
import { keysIn, nameOfKey, sharedKeys } from './kept-keys';

/** A key and the request that writes it. */
interface Placed {
  readonly key: BeneficiaryKey;
  readonly demande: Demande;
}

interface Double {
  readonly premier: Placed;
  readonly second: Placed;
}

/** U01: a beneficiary stands in one request of its SONS and wave; said on the second one, which names the first. */
export const beneficiaireEnDouble = dossierRule<Double>({
  code: 'beneficiaire-en-double',
  famille: 'beneficiaires',
  severity: 'error',
  inventaire: ['U01'],
  sources: ['S1', 'S2', 'W14', 'W20'],
  detect: (dossier, { regulation }) => doubles(dossier, regulation),
  where: ({ second }) => spanOf(second),
  doubtful: ({ second }) => isDoubtful(second.key.held),
  wording: ({ premier, second }) => ({
    suffix: `${second.key.sorte}${premier.demande === second.demande ? '.meme-demande' : ''}`,
    params: {
      numero: second.key.numero,
      demande: nameOf(premier.demande),
      source: second.key.held.source.join(', '),
    },
  }),
  related: ({ premier }) => [{ span: spanOf(premier), params: { demande: nameOf(premier.demande) } }],
  fix: ({ premier, second }, { enveloppe }) => {
    const twin = holeOf(second.demande, enveloppe);
    const isCopy = premier.demande !== second.demande && textOf(premier) === textOf(second);
    return isCopy && twin ? [{ kind: 'unsafe', edits: [removeChild(enveloppe.fragment, twin)] }] : [];
  },
});

/** One finding a pair of requests and kind of number at most: a group shares its SIREN wherever it shares a FINESS. */
function doubles(dossier: Dossier, regulation: Regulation): Double[] {
  const index = sharedKeys(dossier, regulation);
  const first = new Map<string, Placed>();
  return index.holdersOf(index.shared).flatMap((demande) => {
    const found: Double[] = [];
    for (const key of keysIn(demande, regulation)) {
      const second = { key, demande };
      const premier = first.get(nameOfKey(key));
      if (!premier) first.set(nameOfKey(key), second);
      else if (isNews(premier, second, found)) found.push({ premier, second });
    }
    return found;
  });
}

/** A SIREN is written once a client and once an establishment; and it adds nothing to a number that is said already. */
function isNews(premier: Placed, { key, demande }: Placed, found: readonly Double[]): boolean {
  if (key.sorte !== 'siren') return true;
  return premier.demande !== demande && !found.some((double) => double.premier.demande === premier.demande);
}

function spanOf({ key: { place }, demande }: Placed): Span {
  return { start: demande.start + place.start, end: demande.start + place.end };
}

/** `DPI-0002`, or the request's rank from 1. */
function nameOf({ part, rang }: Demande): string {
  return referenceOf(part) ?? `n° ${rang + 1}`;
}

function textOf({ demande }: Placed): string {
  return demande.part.fragment.text;
}
