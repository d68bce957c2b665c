import { plain } from '../index/plain';
import {
  AMOUNT_WORDS,
  BOTH_WAVES,
  FIRST_WAVE,
  HEADER_WORDS,
  NO_CEILING_WORDS,
  SECOND_WAVE,
  SONS_WORDS,
} from './header-words';
import type { Confiance, Sens } from './mapping';

export interface Meaning {
  readonly sens: Sens;
  readonly confiance: Confiance;
}

/** Longer ones are sentences, not headers. */
const LONGEST_HEADER = 120;

/** What the header of a column says that the column holds; undefined when it says nothing that is known. */
export function meaningOf(header: string): Meaning | undefined {
  if (header.length > LONGEST_HEADER) return undefined;
  const words = plain(header);
  const known = HEADER_WORDS.find((entry) => entry.words.test(words));
  if (known === undefined) return amountMeaning(words);
  const { role, nature, confiance } = known;
  return { sens: { role, ...(nature !== undefined && { nature }) }, confiance };
}

function amountMeaning(words: string): Meaning | undefined {
  if (!AMOUNT_WORDS.test(words) || NO_CEILING_WORDS.test(words)) return undefined;
  const sons = sonsIn(words);
  const prestation = prestationIn(words);
  const taxe = taxeIn(words);
  const isWhole = sons !== undefined && prestation !== undefined && taxe !== undefined;
  return {
    sens: {
      role: 'montant',
      ...(sons !== undefined && { sons }),
      ...(prestation !== undefined && { prestation }),
      ...(taxe !== undefined && { taxe }),
    },
    confiance: isWhole ? 'sure' : taxe === undefined ? 'faible' : 'probable',
  };
}

/** The SONS that plain words name. Only the second wave is open: a programme without its wave is taken for it. */
export function sonsIn(words: string): string | undefined {
  const [, programme] = SONS_WORDS.find(([named]) => named.test(words)) ?? [];
  if (programme === undefined) return undefined;
  return `${programme}-${prestationIn(words) === undefined && FIRST_WAVE.test(words) ? 'Va1' : 'Va2'}`;
}

/** The prestation that plain words name. */
export function prestationIn(words: string): string | undefined {
  if (BOTH_WAVES.test(words)) return 'VAGUE_1_ET_2';
  return SECOND_WAVE.test(words) ? 'VAGUE_2' : undefined;
}

function taxeIn(words: string): 'HT' | 'TTC' | undefined {
  const [ht, ttc] = [/\b(ht|hors taxes?)\b/.test(words), /\bttc\b/.test(words)];
  if (ht === ttc) return undefined;
  return ht ? 'HT' : 'TTC';
}
