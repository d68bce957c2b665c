import type { NatureFiness } from '../base';
import type { PackedTexts } from './packed-texts';

/** A base as columns: a few arrays instead of 100,000 objects. Ranks are those of the numbers in order. */
export interface Columns {
  readonly finess: Uint32Array;
  readonly finessLie: Uint32Array;
  /** Ranks in `NATURES`. */
  readonly nature: Uint8Array;
  readonly siren: Uint32Array;
  readonly ligne: Uint32Array;
  /** Ranks in `mots`. */
  readonly categorie: Uint32Array;
  readonly activiteCombinee: Uint32Array;
  /** Categories and activities: few distinct ones. The first one is '', for none. */
  readonly mots: readonly string[];
  /** Empty where the file gives none. */
  readonly noms: PackedTexts;
  /** The same names as they are compared, each after a line feed and a space. */
  readonly nomsCompares: PackedTexts;
  /** Where the ceilings of each establishment begin; one more than there are establishments. */
  readonly plafondDebut: Uint32Array;
  /** Ranks in `objets`. */
  readonly plafondObjet: Uint16Array;
  readonly ht: BigInt64Array;
  readonly ttc: BigInt64Array;
  readonly objets: readonly ObjetDePlafond[];
}

/** What a ceiling is for. */
export interface ObjetDePlafond {
  readonly sons: string | undefined;
  readonly prestation: string | undefined;
}

export const NATURES: readonly (NatureFiness | undefined)[] = [undefined, 'juridique', 'geographique'];

export const NO_AMOUNT = -(2n ** 63n);
/** Ten thousand billion euros: whatever is above is no amount, and would not fit. */
export const LARGEST_AMOUNT = 10n ** 15n;
