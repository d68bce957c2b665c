import { lieuText } from '../../dossier/montants-words';
import { isMessageKey, translate, type Langue } from '../../messages/catalogue';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';
import { code, plain } from './markdown';

/** `(S1, W16)`, `(S2, à confirmer)`: where values come from, their status unless it is sure, and whose they are. */
export function originText(values: readonly Held<unknown>[], langue: Langue): string {
  const doubtful = values.some(({ status }) => status === 'à confirmer');
  const own = values.some(({ origine }) => origine === 'utilisateur');
  const parts = [
    ...new Set(values.flatMap((value) => sourceNames(value, langue))),
    translate(langue, doubtful ? 'regulation.etat.douteux' : 'survol.confirme'),
    ...(own ? [translate(langue, 'survol.votre-valeur')] : []),
  ];
  return values.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The sources in full, one a line, then what is noted about the values. */
export function documentLines(
  values: readonly Held<unknown>[],
  { sources }: Regulation,
  langue: Langue,
): string[] {
  const cited = new Set(
    values.filter(({ origine }) => origine === 'produit').flatMap(({ source }) => source),
  );
  const documents = [...cited].flatMap((name) => {
    const document = sources.get(name);
    return document ? [`*${plain(`${name} : ${document.titre}`)}*`] : [];
  });
  const notes = values.flatMap(({ note }) => (note === undefined ? [] : [noteText(note, langue)]));
  return [...new Set([...notes, ...documents])];
}

/** A note of ours in the reader's language; a user's own as it was written. */
export function noteText(note: string, langue: Langue): string {
  const key = `regulation.note.${note}`;
  return isMessageKey(key) ? plain(translate(langue, key)) : code(note);
}

/** A user's sources are free words, and so is the name of a file. */
function sourceNames({ source, origine, lieu }: Held<unknown>, langue: Langue): readonly string[] {
  if (lieu) return [lieuText(lieu, langue, code)];
  return origine === 'utilisateur' ? source.map(code) : source;
}
