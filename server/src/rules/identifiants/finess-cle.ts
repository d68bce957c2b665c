import { FINESS_ROLES } from '../../formats/roles';
import { partRule } from '../rule';
import { textsOf, type WrittenText } from '../texts-of';
import { finessKeyHolds, isFiness, tidyFiness } from './finess';

/** I02: the key of a FINESS that is otherwise well formed. Never an error: no official text describes it. */
export const finessCle = partRule<WrittenText>({
  code: 'finess-cle',
  famille: 'identifiants',
  severity: 'warning',
  inventaire: ['I02'],
  sources: ['G2', 'G3', 'S2'],
  detect: (part) =>
    textsOf(part, ...FINESS_ROLES)
      .map(({ node, text }) => ({ node, text: tidyFiness(text) }))
      .filter(({ text }) => isFiness(text) && finessKeyHolds(text) === false),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { numero: text } }),
});
