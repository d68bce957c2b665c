import type { Candidature } from '../../dossier/candidature/candidature';
import type { Span } from '../../syntax/nodes';
import { CHAPITRE_SANS_INS } from '../../regulation/candidature-attendue';
import { candidatureRule } from '../rule';
import { addItems } from './add-items';
import { dossierExigible, type Exigible } from './dossier-complet';
import { isOfVague1 } from './newcomer';

const SONS = 'HOP-DPI-Va2';
const PROFIL = 'integration ins';

interface Missing {
  readonly place: Span;
  readonly exigible: Exigible | undefined;
}

/** C06: a DPI that wave 1 referenced without the profile "Intégration INS" brings its evidence now. */
export const profilInsManquant = candidatureRule<Missing>({
  code: 'profil-ins-manquant',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C06'],
  sources: ['S0'],
  detect: (candidature, circumstances) =>
    candidature.sons.valeur === SONS &&
    isOfVague1(candidature) &&
    lacksProfile(candidature) &&
    lacksChapter(candidature)
      ? [
          {
            place: candidature.historiqueVague1.profils.place,
            exigible: dossierExigible(candidature, circumstances),
          },
        ]
      : [],
  where: ({ place }) => place,
  // What is not due yet is a reminder.
  doubtful: ({ exigible }) => exigible === undefined || exigible === 'date-2-a-confirmer',
  wording: ({ exigible }) => ({ suffix: exigible === undefined ? 'a-venir' : 'du' }),
  fix: (_, { chapitres }) => {
    const { nom, profil, vague } = CHAPITRE_SANS_INS;
    const edits = addItems(chapitres, [
      { 'nom-chapitre': nom, 'profil-chapitre': profil, 'vague-chapitre': vague },
    ]);
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits, params: { chapitre: nom } }];
  },
});

/** Profiles of wave 1 are told, and this one is not among them. */
function lacksProfile({ historiqueVague1: { profils } }: Candidature): boolean {
  return (
    !profils.illisible &&
    profils.elements.length > 0 &&
    !profils.elements.some(({ texte }) => plain(texte).includes(PROFIL))
  );
}

/** Chapters are told, and none of them may be the evidence of that profile. */
function lacksChapter({ chapitres: { elements, illisible } }: Candidature): boolean {
  return (
    !illisible &&
    elements.length > 0 &&
    elements.every(
      ({ vague, profil }) => vague.valeur === 'VAGUE_2' && !plain(profil.valeur ?? '').includes(PROFIL),
    )
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
