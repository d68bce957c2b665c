import { dossierRule } from '../rule';
import { isDoubtful } from './cited';
import { guichetOf, guichetWording, type Guichet } from './guichet';

/** D01: the desk takes no request of this step of this SONS any more. */
export const guichetFerme = dossierRule<Guichet>({
  code: 'guichet-ferme',
  famille: 'calendrier',
  severity: 'warning',
  inventaire: ['D01', 'D02'],
  sources: ['S0', 'W5', 'W8', 'W36'],
  detect: (dossier, circumstances) =>
    guichetOf(dossier, 'fin', circumstances).filter(
      ({ echeance: { moment } }) => circumstances.now !== undefined && circumstances.now >= moment.instant,
    ),
  where: ({ place }) => place,
  doubtful: ({ echeance }) => isDoubtful(echeance.held),
  wording: guichetWording,
});
