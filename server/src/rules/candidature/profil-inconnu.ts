import type { Candidature } from '../../dossier/candidature/candidature';
import { nomDeProfil, PROFILS_LGC_VAGUE_1, profilVoisin } from './profils-lgc';
import { replaceNode } from '../../syntax/edits';
import type { JsonNode } from '../../syntax/nodes';
import { candidatureRule } from '../rule';

interface Unknown {
  readonly texte: string;
  readonly node: JsonNode;
}

/** C13: a profile of the LGC of wave 1 that the texts do not name. Lists we did not see may name it: a warning. */
export const profilInconnu = candidatureRule<Unknown>({
  code: 'profil-inconnu',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C13'],
  sources: ['S1'],
  detect: (candidature) =>
    profilesOf(candidature).filter(({ texte }) => texte.trim() !== '' && nomDeProfil(texte) === undefined),
  where: ({ node }) => node,
  wording: ({ texte }) => ({ params: { profil: texte, admis: PROFILS_LGC_VAGUE_1.join(', ') } }),
  fix: ({ texte, node }) => {
    const profil = profilVoisin(texte);
    if (profil === undefined) return [];
    return [{ kind: 'unsafe', edits: [replaceNode(node, JSON.stringify(profil))], params: { profil } }];
  },
});

/** Those that a candidature of wave 1 asks for, or that its solution had there. */
function profilesOf({ sons, profils, historiqueVague1 }: Candidature): readonly Unknown[] {
  if (sons.valeur === 'MDV-LGC-Va2') return historiqueVague1.profils.elements;
  if (sons.valeur !== 'MDV-LGC-Va1') return [];
  return profils.elements.flatMap(({ nom: { valeur, node } }) =>
    valeur === undefined || node === undefined ? [] : [{ texte: valeur, node }],
  );
}
