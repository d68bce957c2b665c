import type { Candidature } from '../../dossier/candidature/candidature';
import type { Span } from '../../syntax/nodes';
import { candidatureRule } from '../rule';
import { addItems } from './add-items';
import { dossierExigible, type Exigible } from './dossier-complet';
import { isNewcomer } from './newcomer';

interface Missing {
  readonly place: Span;
  readonly exigible: Exigible | undefined;
}

/** C06: who was not referenced in wave 1 brings the evidence of both waves. */
export const preuvesVague1Manquantes = candidatureRule<Missing>({
  code: 'preuves-vague1-manquantes',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C06', 'C15'],
  sources: ['S0'],
  detect: (candidature, circumstances) =>
    isNewcomer(candidature) && hasOnlyVague2(candidature)
      ? [{ place: candidature.chapitres.place, exigible: dossierExigible(candidature, circumstances) }]
      : [],
  where: ({ place }) => place,
  // What is not due yet is a reminder.
  doubtful: ({ exigible }) => exigible === undefined || exigible === 'date-2-a-confirmer',
  wording: ({ exigible }) => ({ suffix: exigible === undefined ? 'a-venir' : 'du' }),
  // Its state is left open: what is not told yet is not judged.
  fix: (_, { chapitres }) => {
    const edits = addItems(chapitres, [{ 'vague-chapitre': 'VAGUE_1' }]);
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits }];
  },
});

/** Chapters are there, and each of them says that it is of wave 2: a wave that is not told may be the first. */
function hasOnlyVague2({ chapitres: { elements, illisible } }: Candidature): boolean {
  return !illisible && elements.length > 0 && elements.every(({ vague }) => vague.valeur === 'VAGUE_2');
}
