import { naissanceDe } from '../../dossier/fusions';
import { finessMeant } from '../../dossier/finess';
import { fichierText } from '../../dossier/montants-words';
import type { Base, Etablissement } from '../../registry/base';
import type { Held } from '../../regulation/sourced';
import { isDoubtful } from '../calendrier/cited';
import { partRule, type RuleFix } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';
import { ELIGIBLE_ROLE, eligibilityOf } from './eligibility';
import { wrongNature } from './nature';

interface Absent extends WrittenText {
  readonly numero: string;
  readonly base: Base;
  readonly held: Held<unknown>;
  /** Those of the base that the number may stand for. */
  readonly candidats: readonly Etablissement[];
}

/** As many as a person compares at a glance. */
const MOST_PROPOSED = 3;

/**
 * I07: the portal rejects a beneficiary that is absent from the base of eligible establishments. One that a merger made
 * is in no base, and eligible by exception.
 */
export const finessIneligible = partRule<Absent>({
  code: 'finess-ineligible',
  famille: 'beneficiaires',
  severity: 'error',
  inventaire: ['I07', 'A07'],
  sources: ['S0', 'S2', 'S3'],
  needsBase: true,
  detect: (part, { base, regulation, fusions }) => {
    const held = eligibilityOf(part.format.sons, regulation);
    if (!base || !held) return [];
    return textsOf(part, ELIGIBLE_ROLE).flatMap((written) => {
      const numero = finessMeant(written.text);
      if (numero === undefined || base.find(numero) || naissanceDe(numero, fusions)) return [];
      const near = base.near(numero, 2 * MOST_PROPOSED);
      const candidats = near.filter((one) => !wrongNature(one, part, regulation));
      return [{ ...written, numero, base, held, candidats: candidats.slice(0, MOST_PROPOSED) }];
    });
  },
  where: ({ node }) => node,
  doubtful: ({ held }) => isDoubtful(held),
  wording: ({ numero, base, held }) => ({
    params: { numero, fichier: fichierText(base.source), source: held.source.join(', ') },
  }),
  fix: (absent) => absent.candidats.map((candidat) => proposal(absent, candidat)),
});

function proposal(absent: Absent, { finess, raisonSociale, finessLie }: Etablissement): RuleFix {
  const kind = finessLie === absent.numero ? 'lie' : 'proche';
  const edits = [rewrite(absent, finess)];
  return raisonSociale === undefined
    ? { kind: 'unsafe', suffix: `${kind}.sans-nom`, edits, params: { numero: finess } }
    : { kind: 'unsafe', suffix: kind, edits, params: { numero: finess, nom: raisonSociale } };
}
