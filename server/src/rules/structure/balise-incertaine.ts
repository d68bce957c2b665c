import type { Dossier } from '../../dossier/dossier';
import type { Part } from '../../dossier/part';
import type { Tag } from '../../formats/shape';
import type { Span } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { dossierRule } from '../rule';

/** The names of a file that rest on a doubtful reading, and where the first of them stands. */
interface Doubt {
  readonly tags: readonly Tag[];
  /** The key, in the whole text. */
  readonly first: Span;
}

/** J14: names that are known only through the reading of a picture, said once a file. */
export const baliseIncertaine = dossierRule<Doubt>({
  code: 'balise-incertaine',
  famille: 'structure',
  severity: 'information',
  inventaire: ['J14'],
  sources: ['S2'],
  detect: doubts,
  where: ({ first }) => first,
  wording: ({ tags }) => ({ params: { balises: tags.map(({ name }) => name).join(', ') } }),
});

function doubts({ enveloppe, demandes }: Dossier): Doubt[] {
  const tags = new Set<Tag>();
  let first: Span | undefined;
  const look = (part: Part, base: number): void => {
    for (const { tag, property } of deviationsOf(part, 'incertain')) {
      const { start, end } = property.key;
      first ??= { start: base + start, end: base + end };
      tags.add(tag);
    }
  };
  look(enveloppe, 0);
  for (const { part, start } of demandes) look(part, start);
  return first ? [{ tags: [...tags], first }] : [];
}
