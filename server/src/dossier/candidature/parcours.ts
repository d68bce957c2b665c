import type { Role } from '../../formats/roles';
import type { CalendarDate } from '../../regulation/calendar-date';
import type { Bloc, Champ, Liste } from './bloc';
import {
  STATUTS_ETAPE,
  STATUTS_PREUVE,
  STATUTS_VISITE,
  VAGUES,
  type StatutEtape,
  type StatutPreuve,
} from './vocabulaire';

/** One of the four steps in Convergence. */
export interface EtapeConvergence {
  readonly role: EtapeRole;
  readonly bloc: Bloc;
  readonly statut: Champ<StatutEtape>;
  readonly dateDepot: Champ<CalendarDate>;
  readonly dateValidation: Champ<CalendarDate>;
}

/** The steps in their order. */
export const ETAPES_CONVERGENCE = [
  'etape-depot',
  'etape-eligibilite',
  'etape-preuves',
  'etape-convention',
] as const satisfies readonly Role[];
export type EtapeRole = (typeof ETAPES_CONVERGENCE)[number];

export interface Chapitre {
  readonly bloc: Bloc;
  readonly nom: Champ<string>;
  readonly profil: Champ<string>;
  readonly vague: Champ<(typeof VAGUES)[number]>;
  readonly statut: Champ<StatutPreuve>;
  readonly preuvesAttendues: Champ<number>;
  readonly dateDepot: Champ<CalendarDate>;
  readonly dateValidation: Champ<CalendarDate>;
  readonly preuves: Liste<Preuve>;
}

export interface Preuve {
  readonly bloc: Bloc;
  readonly nom: Champ<string>;
  readonly exigence: Champ<string>;
  readonly fichier: Champ<string>;
  readonly statut: Champ<StatutPreuve>;
  readonly dateDepot: Champ<CalendarDate>;
  readonly dateDernierDepot: Champ<CalendarDate>;
}

export interface Profil {
  readonly bloc: Bloc;
  readonly nom: Champ<string>;
  readonly optionnel: Champ<boolean>;
  readonly dateAjout: Champ<CalendarDate>;
}

export interface VisiteIns {
  readonly bloc: Bloc;
  readonly statut: Champ<(typeof STATUTS_VISITE)[number]>;
  readonly date: Champ<CalendarDate>;
}

export function readEtapes(racine: Bloc): readonly EtapeConvergence[] {
  const etapes = racine.bloc('etapes');
  return ETAPES_CONVERGENCE.map((role) => {
    const bloc = etapes.bloc(role);
    return {
      role,
      bloc,
      statut: bloc.choix('statut-etape', STATUTS_ETAPE),
      dateDepot: bloc.date('date-depot'),
      dateValidation: bloc.date('date-validation'),
    };
  });
}

export function readChapitre(bloc: Bloc): Chapitre {
  return {
    bloc,
    nom: bloc.texte('nom-chapitre'),
    profil: bloc.texte('profil-chapitre'),
    vague: bloc.choix('vague-chapitre', VAGUES),
    statut: bloc.choix('statut-preuve', STATUTS_PREUVE),
    preuvesAttendues: bloc.entier('nombre-preuves'),
    dateDepot: bloc.date('date-depot'),
    dateValidation: bloc.date('date-validation'),
    preuves: bloc.blocs('preuves', readPreuve),
  };
}

function readPreuve(bloc: Bloc): Preuve {
  return {
    bloc,
    nom: bloc.texte('nom-preuve'),
    exigence: bloc.texte('exigence'),
    fichier: bloc.texte('fichier-preuve'),
    statut: bloc.choix('statut-preuve', STATUTS_PREUVE),
    dateDepot: bloc.date('date-depot'),
    dateDernierDepot: bloc.date('date-dernier-depot'),
  };
}

export function readProfil(bloc: Bloc): Profil {
  return {
    bloc,
    nom: bloc.texte('nom-profil'),
    optionnel: bloc.booleen('profil-optionnel'),
    dateAjout: bloc.date('date-ajout'),
  };
}

export function readVisiteIns(bloc: Bloc): VisiteIns {
  return { bloc, statut: bloc.choix('statut-visite', STATUTS_VISITE), date: bloc.date('date-visite') };
}
