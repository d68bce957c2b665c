import type { Demande, Dossier } from '../../dossier/dossier';
import type { Part } from '../../dossier/part';
import { following, remembered } from '../../dossier/remembered';
import { RequestIndex } from '../../dossier/request-index';
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

function doubts(dossier: Dossier): Doubt[] {
  const outside = doubtsIn(dossier.enveloppe);
  const tags = new Set(outside.map(({ tag }) => tag));
  let first = outside[0]?.place;
  const index = indexOf(dossier);
  const left = new Set([...index.allKeys()].filter((tag) => !tags.has(tag)));
  for (let rang = 0; rang < dossier.readings.length && !(first && left.size === 0); rang++) {
    const demande = dossier.demande(rang);
    if (!demande) break;
    for (const { tag, place } of doubtsOf(demande)) {
      first ??= { start: demande.start + place.start, end: demande.start + place.end };
      tags.add(tag);
      left.delete(tag);
    }
    if (left.size === 0) break;
  }
  return first ? [{ tags: [...tags], first }] : [];
}

interface Doubtful {
  readonly tag: Tag;
  /** The key, in its part. */
  readonly place: Span;
}

function doubtsIn(part: Part): Doubtful[] {
  return deviationsOf(part, 'incertain').map(({ tag, property: { key } }) => ({
    tag,
    place: { start: key.start, end: key.end },
  }));
}

const doubtsOf = remembered(doubtsIn);
const indexOf = following(() => new RequestIndex(tagsOf));

function tagsOf(demande: Demande): Tag[] {
  return doubtsOf(demande).map(({ tag }) => tag);
}
