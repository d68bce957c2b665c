import { finessMeant } from '../../dossier/finess';
import { fusionsDe, membres, type FusionConnue } from '../../dossier/fusions';
import type { Held } from '../../regulation/sourced';
import { isDoubtful } from '../calendrier/cited';
import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { ELIGIBLE_ROLE } from './eligibility';
import { mergerText } from './merger-text';

interface Undeclared extends WrittenText {
  readonly numero: string;
  readonly fusion: FusionConnue;
  readonly held: Held<unknown>;
}

/**
 * A07: a merger is declared in SEGURNUM before the requests of its establishments are filed. The slide on mergers after
 * the avance cannot be read: of these nothing is said in an avance, and in a solde it is told as an information.
 */
export const fusionNonDeclaree = partRule<Undeclared>({
  code: 'fusion-non-declaree',
  famille: 'beneficiaires',
  severity: 'warning',
  inventaire: ['A07'],
  sources: ['S2'],
  detect: (part, { regulation, fusions }) => {
    if (fusions.length === 0) return [];
    const held = mergerText(part, 'declaration', regulation);
    if (held?.value !== true) return [];
    return textsOf(part, ELIGIBLE_ROLE).flatMap((written) => {
      const numero = finessMeant(written.text);
      if (numero === undefined) return [];
      const fusion = fusionsDe(numero, fusions).find(
        ({ declaree, moment }) => !declaree && (moment !== 'APRES_AVANCE' || part.format.etape === 'solde'),
      );
      return fusion ? [{ ...written, numero, fusion, held }] : [];
    });
  },
  where: ({ node }) => node,
  doubtful: ({ held }) => isDoubtful(held),
  unsettled: ({ fusion }) => fusion.moment === 'APRES_AVANCE',
  wording: ({ numero, fusion, held }) => ({
    ...(fusion.moment === 'APRES_AVANCE' ? { suffix: 'apres' } : {}),
    params: {
      numero,
      membres: membres(fusion).join(', '),
      fichier: fusion.fichier,
      source: held.source.join(', '),
    },
  }),
});
