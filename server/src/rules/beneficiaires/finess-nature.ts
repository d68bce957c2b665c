import { finessMeant } from '../../dossier/finess';
import { isDoubtful } from '../calendrier/cited';
import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';
import { ELIGIBLE_ROLE } from './eligibility';
import { wrongNature, type WrongNature } from './nature';

interface Mistaken extends WrittenText, WrongNature {
  readonly numero: string;
  /** The other number, where the base knows it as the one that is due. */
  readonly autre: string | undefined;
}

/** I08: whether the FINESS PMSI is the juridique or the géographique depends on the establishment. */
export const finessNature = partRule<Mistaken>({
  code: 'finess-nature',
  famille: 'beneficiaires',
  severity: 'warning',
  inventaire: ['I08'],
  sources: ['S2'],
  needsBase: true,
  detect: (part, { base, regulation }) => {
    if (!base) return [];
    return textsOf(part, ELIGIBLE_ROLE).flatMap((written) => {
      const found = base.find(finessMeant(written.text) ?? '');
      const wrong = found && wrongNature(found, part, regulation);
      if (!found || !wrong) return [];
      const other = base.find(found.finessLie ?? '');
      const autre = other?.nature === wrong.due ? other.finess : undefined;
      return [{ ...written, ...wrong, numero: found.finess, autre }];
    });
  },
  where: ({ node }) => node,
  doubtful: ({ held }) => isDoubtful(held),
  wording: ({ numero, due, held }) => ({
    suffix: due,
    params: { numero, source: held.source.join(', ') },
  }),
  fix: (mistaken) =>
    mistaken.autre === undefined
      ? []
      : [
          {
            kind: 'unsafe',
            suffix: mistaken.due,
            edits: [rewrite(mistaken, mistaken.autre)],
            params: { numero: mistaken.autre },
          },
        ],
});
