import type { ScalarShape } from '../../formats/shape';

/** What a new file of soldes is written with: text as it stands, and places that are the user's. */
export type Morceau = string | Inconnu | Propose;

/** A value that nobody knows here yet. */
export interface Inconnu {
  readonly kind: 'inconnu';
  readonly shape: ScalarShape;
  /** The tag's name. */
  readonly name: string;
  /** Of the request around it. */
  readonly reference: string;
  /** The type of the attachment around it. */
  readonly piece: string | undefined;
}

/** Values worked out from the avance, as JSON: the user has to look at them; of several, one is right. */
export interface Propose {
  readonly kind: 'propose';
  readonly textes: readonly string[];
}

/** The file as plain JSON: `null` where a value is not known, or where several are possible. */
export function plainText(morceaux: readonly Morceau[]): string {
  return morceaux
    .map((morceau) => {
      if (typeof morceau === 'string') return morceau;
      const textes = morceau.kind === 'propose' ? morceau.textes : [];
      return textes.length === 1 ? textes.join('') : 'null';
    })
    .join('');
}
