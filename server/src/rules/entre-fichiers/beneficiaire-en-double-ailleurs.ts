import { fileNameOf } from '../../dossier/file-name';
import { compactNumber, kindOfRole, type KeyKind } from '../../dossier/keys';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionAt, mentionsAt, rangOf, requestCount, saidAt, type Mention } from '../../dossier/summary';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';
import { uniquenessOf } from '../../regulation/uniqueness';
import type { Cle } from '../../regulation/values';
import { cited, isDoubtful } from '../calendrier/cited';
import { workspaceRule } from '../rule';
import { linksTo, referenceAt } from './places';

interface Double {
  readonly mention: Mention;
  readonly sorte: KeyKind;
  readonly sons: string;
  readonly held: Held<readonly Cle[]>;
  readonly places: readonly [Place, ...Place[]];
}

/** A number that is too short or too long is another rule's matter, and compares with nothing. */
const LENGTHS: Partial<Record<KeyKind, number>> = { FINESS: 9, SIREN: 9, RPPS: 11 };

/** U01 across files: a beneficiary is financed once. A new version of the same file is no fault: hence a warning. */
export const beneficiaireEnDoubleAilleurs = workspaceRule<Double>({
  code: 'beneficiaire-en-double-ailleurs',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['U01'],
  sources: ['S2'],
  detect: (file, { regulation }) => {
    const found: Double[] = [];
    for (let rang = 0; rang < requestCount(file.summary); rang++) {
      found.push(...doublesOf(rang, file, regulation));
    }
    return found;
  },
  where: ({ mention }) => mention,
  wording: ({ mention, sorte, sons, held, places }) => ({
    ...(places.length > 1 ? { suffix: 'plusieurs' } : {}),
    params: {
      sorte,
      sons,
      numero: mention.text,
      fichier: fileNameOf(places[0].uri),
      reference: referenceAt(places[0]),
      nombre: places.length,
      source: cited(held),
    },
  }),
  related: ({ sorte, places }) => linksTo(places, { sorte }),
  doubtful: ({ held }) => isDoubtful(held),
});

/** By wave first; what counts by SONS only says something new where nothing of the wave is asked twice. */
function doublesOf(rang: number, file: FileAmongOthers, regulation: Regulation): Double[] {
  const { summary } = file;
  const { sons } = summary;
  const pour = saidAt(summary, rang, 'commande-pour')?.toLowerCase();
  const cas = pour === 'liberal' || pour === 'structure' ? pour : undefined;
  for (const par of ['vague', 'sons'] as const) {
    const held = sons === undefined ? undefined : uniquenessOf(sons, par, cas, regulation);
    if (sons === undefined || !held) continue;
    const found: Double[] = [];
    for (const mention of distinct(mentionsAt(summary, rang, held.value ?? []))) {
      const sorte = kindOfRole(mention.role);
      const [first, ...others] = sorte ? sameElsewhere(mention, sorte, file) : [];
      if (sorte && first) found.push({ mention, sorte, sons, held, places: [first, ...others] });
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Each number where it is first written. */
function distinct(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ text }, i) => mentions.findIndex((other) => other.text === text) === i);
}

/** The same number in requests of the same SONS and the same stage; a solde follows its avance, and doubles nothing. */
function sameElsewhere({ role, text }: Mention, sorte: KeyKind, file: FileAmongOthers): Place[] {
  if (compactNumber(text).length !== LENGTHS[sorte]) return [];
  const { sons, etape } = file.summary;
  const seen = new Set<string>();
  return file.neighbours.placesOf(sorte, text, file.uri).filter(({ uri, summary, mention }) => {
    const request = `${uri} ${rangOf(summary, mention)}`;
    const counts = summary.sons === sons && summary.etape === etape && !seen.has(request);
    if (!counts || mentionAt(summary, mention).role !== role) return false;
    seen.add(request);
    return true;
  });
}
