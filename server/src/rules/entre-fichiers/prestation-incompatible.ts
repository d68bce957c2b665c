import { fileNameOf } from '../../dossier/file-name';
import { compactNumber, kindOfRole, type KeyKind } from '../../dossier/keys';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { casText } from '../../dossier/plafond-de-base';
import { mentionAt, mentionsAt, requestCount, saidAt, type Mention } from '../../dossier/summary';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';
import { uniquenessOf } from '../../regulation/uniqueness';
import { cited, isDoubtful } from '../calendrier/cited';
import { workspaceRule } from '../rule';
import { linksTo, referenceAt } from './places';

interface Incompatible {
  /** `VAGUE_1_ET_2`, where the request says it. */
  readonly prestation: Mention;
  readonly numero: string;
  readonly sorte: KeyKind;
  /** Requests of wave 1 for the same number: a solde first, if there is one. */
  readonly vague1: readonly [Place, ...Place[]];
  readonly held: Held<unknown>;
}

const BOTH_WAVES = 'vague-1-et-2';
/** A number that is too short or too long compares with nothing. */
const LENGTHS: Partial<Record<KeyKind, number>> = { FINESS: 9, RPPS: 11 };
/** The couloir of radiology had another name in wave 1. */
const NAMES_IN_WAVE_1: Readonly<Record<string, readonly string[]>> = {
  'IMG-RIS-Va2': ['IMG-RIS-Va1', 'RAD-RIS-Va1'],
};

/**
 * U02, U04: both waves together are for clients who had no wave 1. Told only where a file of the workspace shows one: that
 * there is none proves nothing. An avance of wave 1 may have come to nothing: it is a warning, a solde is not.
 */
export const prestationIncompatible = workspaceRule<Incompatible>({
  code: 'prestation-incompatible',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['U02', 'U04'],
  sources: ['S0', 'S2', 'S3', 'W12', 'W21'],
  detect: (file, { regulation }) => {
    const found: Incompatible[] = [];
    for (let rang = 0; rang < requestCount(file.summary); rang++) {
      found.push(...incompatible(rang, file, regulation));
    }
    return found;
  },
  where: ({ prestation }) => prestation,
  doubtful: ({ vague1: [first], held }) => first.summary.etape !== 'solde' || isDoubtful(held),
  wording: ({ prestation, numero, sorte, vague1: [first], held }) => ({
    suffix: first.summary.etape === 'solde' ? 'solde' : 'avance',
    params: {
      prestation: prestation.text,
      numero,
      sorte,
      sons: first.summary.sons ?? '',
      fichier: fileNameOf(first.uri),
      reference: referenceAt(first),
      source: cited(held),
    },
  }),
  related: ({ vague1, sorte, numero }) => linksTo(vague1, { sorte, numero }),
});

function incompatible(rang: number, file: FileAmongOthers, regulation: Regulation): Incompatible[] {
  const { summary } = file;
  const { sons } = summary;
  const [prestation] = mentionsAt(summary, rang, ['type-prestation']);
  if (sons === undefined || !prestation || casText(prestation.text) !== BOTH_WAVES) return [];
  const { enonces } = regulation;
  const stated = enonces.get(`${sons}.deja-vague-1`) ?? enonces.get('prestation.double-sans-vague-1');
  if (stated?.value !== true) return [];
  const roles = uniquenessOf(sons, 'sons', casOf(file, rang), regulation)?.value ?? [];
  for (const { role, text } of mentionsAt(summary, rang, roles)) {
    const sorte = kindOfRole(role);
    if (sorte === undefined || compactNumber(text).length !== LENGTHS[sorte]) continue;
    const places = file.neighbours
      .placesOf(sorte, text, file.uri)
      .filter((place) => mentionAt(place.summary, place.mention).role === role && isWave1(place, sons));
    const [first, ...others] = [...places.filter(isSolde), ...places.filter((place) => !isSolde(place))];
    if (first) return [{ prestation, numero: text, sorte, vague1: [first, ...others], held: stated }];
  }
  return [];
}

function casOf({ summary }: FileAmongOthers, rang: number): 'liberal' | 'structure' | undefined {
  const pour = saidAt(summary, rang, 'commande-pour')?.toLowerCase();
  return pour === 'liberal' || pour === 'structure' ? pour : undefined;
}

function isWave1({ summary }: Place, sons: string): boolean {
  const names = NAMES_IN_WAVE_1[sons] ?? [sons.replace(/-Va2$/, '-Va1')];
  return summary.sons !== sons && summary.sons !== undefined && names.includes(summary.sons);
}

function isSolde({ summary }: Place): boolean {
  return summary.etape === 'solde';
}
