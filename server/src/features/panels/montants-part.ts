import { translate, type Langue } from '../../messages/catalogue';

/** What is asked, as a share of the most that may be. */
export interface Share {
  /** 1 is the ceiling. */
  readonly valeur: number;
  /** "84 % du plafond". */
  readonly texte: string;
}

/** Far beyond what a picture can show. */
const LARGEST = 10_000n;

/** The share that `asked` is of `ceiling`, both in cents; null where one is unknown, or where there is no ceiling. */
export function shareOf(
  asked: bigint | undefined,
  ceiling: bigint | undefined,
  langue: Langue,
): Share | null {
  if (asked === undefined || ceiling === undefined || asked < 0n || ceiling <= 0n) return null;
  const thousandths = (asked * 1000n) / ceiling;
  // Rounded away from the ceiling: 100 % is said of what equals it and of nothing else.
  const percent = asked > ceiling ? (asked * 100n + ceiling - 1n) / ceiling : (asked * 100n) / ceiling;
  const isFar = percent > LARGEST;
  return {
    valeur: Number(isFar ? LARGEST * 10n : thousandths) / 1000,
    texte: translate(langue, isFar ? 'montants.part.enorme' : 'montants.part', {
      part: String(isFar ? LARGEST : percent),
    }),
  };
}
