import type { Dossier } from '../../dossier/dossier';
import type { Tag } from '../../formats/shape';
import type { Part } from '../../dossier/part';
import type { Span } from '../../syntax/nodes';
import { deviationsOf } from '../deviations-of';
import { dossierRule } from '../rule';

interface Uncertain {
  readonly tag: Tag;
  /** The key, in the whole text. */
  readonly key: Span;
}

/** J14: a name that is known only through the reading of a picture, said once a file. */
export const baliseIncertaine = dossierRule<Uncertain>({
  code: 'balise-incertaine',
  famille: 'structure',
  severity: 'information',
  inventaire: ['J14'],
  sources: ['S2'],
  detect: firstUses,
  where: ({ key }) => key,
  wording: ({ tag: { name, variants } }) => ({
    params: { graphies: [name, ...variants].map((spelling) => `« ${spelling} »`).join(' / ') },
  }),
});

function firstUses({ enveloppe, demandes }: Dossier): Iterable<Uncertain> {
  const seen = new Map<Tag, Uncertain>();
  const look = (part: Part, base: number): void => {
    for (const { tag, property } of deviationsOf(part, 'incertain')) {
      const { start, end } = property.key;
      if (!seen.has(tag)) seen.set(tag, { tag, key: { start: base + start, end: base + end } });
    }
  };
  look(enveloppe, 0);
  for (const { part, start } of demandes) look(part, start);
  return seen.values();
}
