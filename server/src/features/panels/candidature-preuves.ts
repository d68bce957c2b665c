import type { Chapitre, Preuve, VisiteIns } from '../../dossier/candidature/parcours';
import type { STATUTS_VISITE, StatutPreuve } from '../../dossier/candidature/vocabulaire';
import { translate } from '../../messages/catalogue';
import { valueMeaning } from '../value-meaning';
import {
  etat,
  etatOf,
  onDay,
  rangee,
  sentences,
  type Contexte,
  type Etat,
  type Rangee,
  type Section,
} from './candidature-section';

const ETATS: Readonly<Record<StatutPreuve, Etat>> = {
  A_COMPLETER: 'a-faire',
  EN_ANALYSE: 'en-cours',
  A_MODIFIER: 'a-corriger',
  VALIDE: 'fait',
};
const VISITES: Readonly<Record<(typeof STATUTS_VISITE)[number], Etat>> = {
  A_PLANIFIER: 'a-faire',
  PLANIFIEE: 'en-cours',
  REALISEE: 'en-cours',
  VALIDEE: 'fait',
};

/** The chapters with their evidence, then the visit of a newcomer. */
export function preuvesSection(contexte: Contexte): Section {
  const { candidature, langue } = contexte;
  const { elements } = candidature.chapitres;
  const valides = elements.filter(({ statut }) => statut.valeur === 'VALIDE').length;
  const visite = visiteRangee(candidature.visiteIns, contexte);
  return {
    id: 'preuves',
    titre: translate(langue, 'suivi.preuves'),
    resume:
      elements.length === 0
        ? translate(langue, 'suivi.preuves.aucune')
        : translate(langue, 'suivi.preuves.resume', { fait: valides, total: elements.length }),
    progression: elements.length === 0 ? null : { fait: valides, total: elements.length },
    rangees: [...elements.flatMap((one) => chapitreRangees(one, contexte)), ...visite],
  };
}

function chapitreRangees(chapitre: Chapitre, contexte: Contexte): Rangee[] {
  const { places, langue } = contexte;
  const { bloc, nom, profil, vague, statut, preuves, preuvesAttendues } = chapitre;
  const of = valueMeaning('vague-chapitre', vague.valeur ?? '', langue);
  const head = rangee(
    places.of(bloc),
    sentences(nom.valeur ?? translate(langue, 'suivi.chapitre.sans-nom'), of, profil.valeur),
    etatOf(statut, ETATS, langue),
    {
      detail: translate(langue, 'suivi.chapitre.preuves', {
        deposees: preuves.elements.filter(isFiled).length,
        attendues: preuvesAttendues.valeur ?? '?',
      }),
    },
  );
  return [head, ...preuves.elements.map((one) => preuveRangee(one, contexte))];
}

/** A piece of evidence is loaded once it has a file or a day. */
export function isFiled({ fichier, dateDepot }: Preuve): boolean {
  return fichier.valeur !== undefined || dateDepot.valeur !== undefined;
}

function preuveRangee(preuve: Preuve, { places, langue }: Contexte): Rangee {
  const { bloc, nom, exigence, fichier, statut, dateDepot, dateDernierDepot } = preuve;
  return rangee(
    places.of(bloc),
    sentences(nom.valeur ?? translate(langue, 'suivi.preuve.sans-nom'), exigence.valeur),
    etatOf(statut, ETATS, langue),
    {
      sous: true,
      detail: sentences(
        fichier.valeur,
        onDay('suivi.depose-le', dateDepot, langue),
        onDay('suivi.redepose-le', dateDernierDepot, langue),
      ),
    },
  );
}

/** Due by those that were not referenced in wave 1; told where the manifest speaks of it. */
function visiteRangee({ bloc, statut, date }: VisiteIns, contexte: Contexte): Rangee[] {
  const { candidature, places, langue } = contexte;
  const isNew = candidature.historiqueVague1.referencee.valeur === false;
  if (!bloc.existe && !isNew) return [];
  const state = bloc.existe
    ? etatOf(statut, VISITES, langue)
    : etat('a-faire', 'suivi.visite.a-prevoir', langue);
  return [
    rangee(places.of(bloc), translate(langue, 'role.visite-ins.nom'), state, {
      detail: onDay('suivi.le', date, langue),
    }),
  ];
}
