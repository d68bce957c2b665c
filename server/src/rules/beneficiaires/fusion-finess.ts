import { finessMeant } from '../../dossier/finess';
import { naissanceDe, type FusionConnue } from '../../dossier/fusions';
import type { Held } from '../../regulation/sourced';
import { isDoubtful } from '../calendrier/cited';
import { partRule } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';
import { ELIGIBLE_ROLE } from './eligibility';
import { mergerText } from './merger-text';

interface Renamed extends WrittenText {
  readonly numero: string;
  readonly fusion: FusionConnue;
  readonly held: Held<unknown>;
}

/**
 * A07: when A and B became C before the avance, there is one request of A and one of B; C is named on the order and in the
 * VA, not in the JSON. A solde is held against its avance by `beneficiaire-remplace`.
 */
export const fusionFiness = partRule<Renamed>({
  code: 'fusion-finess',
  famille: 'beneficiaires',
  severity: 'warning',
  inventaire: ['A07'],
  sources: ['S2'],
  detect: (part, { regulation, fusions }) => {
    if (fusions.length === 0) return [];
    const held = mergerText(part, 'finess', regulation);
    if (held?.value !== 'historiques' || part.format.etape !== 'avance') return [];
    return textsOf(part, ELIGIBLE_ROLE).flatMap((written) => {
      const numero = finessMeant(written.text);
      const fusion = numero === undefined ? undefined : naissanceDe(numero, fusions);
      if (numero === undefined || fusion?.moment !== 'AVANT_AVANCE') return [];
      return [{ ...written, numero, fusion, held }];
    });
  },
  where: ({ node }) => node,
  doubtful: ({ held }) => isDoubtful(held),
  wording: ({ numero, fusion: { a, b, fichier }, held }) => ({
    params: { numero, a, b, fichier, source: held.source.join(', ') },
  }),
  fix: (renamed) =>
    [renamed.fusion.a, renamed.fusion.b].map((numero) => ({
      kind: 'unsafe',
      edits: [rewrite(renamed, numero)],
      params: { numero },
    })),
});
