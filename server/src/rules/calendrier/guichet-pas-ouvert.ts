import { dossierRule } from '../rule';
import { isDoubtful } from './cited';
import { guichetOf, guichetWording, type Guichet } from './guichet';

/** D01: the desk does not take requests of this step of this SONS yet. */
export const guichetPasOuvert = dossierRule<Guichet>({
  code: 'guichet-pas-ouvert',
  famille: 'calendrier',
  severity: 'warning',
  inventaire: ['D01', 'D02'],
  sources: ['W1', 'W2', 'S2'],
  detect: (dossier, circumstances) =>
    guichetOf(dossier, 'ouverture', circumstances).filter(
      ({ echeance: { moment } }) => circumstances.now !== undefined && circumstances.now < moment.instant,
    ),
  where: ({ place }) => place,
  doubtful: ({ echeance }) => isDoubtful(echeance.held),
  wording: guichetWording,
});
