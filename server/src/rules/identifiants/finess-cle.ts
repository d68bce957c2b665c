import { tidyFiness } from '../../dossier/finess';
import type { Part } from '../../dossier/part';
import { FINESS_ROLES, type Role } from '../../formats/roles';
import { finessKeyHolds, isFiness } from '../../registry/finess';
import { ELIGIBLE_ROLE, eligibilityOf } from '../beneficiaires/eligibility';
import type { Circumstances } from '../circumstances';
import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';

/**
 * I02: the key of a FINESS that is otherwise well formed. Never an error: no official text describes it. A base that
 * the portal goes by says more: its own numbers are right, and those that it lacks are `finess-ineligible`.
 */
export const finessCle = partRule<WrittenText>({
  code: 'finess-cle',
  famille: 'identifiants',
  severity: 'warning',
  inventaire: ['I02'],
  sources: ['G2', 'G3', 'S2'],
  detect: (part, circumstances) =>
    textsOf(part, ...rolesToCheck(part, circumstances))
      .map(tidied)
      .filter(isKeyWrong)
      .filter(({ text }) => !circumstances.base?.find(text)),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { numero: text } }),
});

function tidied({ node, text }: WrittenText): WrittenText {
  return { node, text: tidyFiness(text) };
}

function isKeyWrong({ text }: WrittenText): boolean {
  return isFiness(text) && finessKeyHolds(text) === false;
}

function rolesToCheck(part: Part, { base, regulation }: Circumstances): readonly Role[] {
  const held = base && eligibilityOf(part.format.sons, regulation);
  return held ? FINESS_ROLES.filter((role) => role !== ELIGIBLE_ROLE) : FINESS_ROLES;
}
