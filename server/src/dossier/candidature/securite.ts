import type { CalendarDate } from '../../regulation/calendar-date';
import type { Bloc, Champ } from './bloc';
import { SITUATIONS_HDS, STATUTS_CNDA, type StatutCnda } from './vocabulaire';

/** A homologation by the CNDA. */
export interface Homologation {
  readonly bloc: Bloc;
  readonly nom: Champ<string>;
  readonly moduleTiers: Champ<boolean>;
  readonly nie: Champ<string>;
  readonly nil: Champ<string>;
  readonly statut: Champ<StatutCnda>;
  readonly dateDepot: Champ<CalendarDate>;
  readonly dateObtention: Champ<CalendarDate>;
  readonly copieEcran: CopieEcran;
}

/** The screenshot of the CNDA's personal space: what it shows. */
export interface CopieEcran {
  readonly bloc: Bloc;
  readonly fichier: Champ<string>;
  readonly informationsLogiciel: Champ<boolean>;
  readonly statutVisible: Champ<boolean>;
  readonly dateRetourVisible: Champ<boolean>;
  readonly dateRetourPrevue: Champ<CalendarDate>;
}

export interface Intrusion {
  readonly bloc: Bloc;
  readonly exigence: Champ<string>;
  readonly prestataire: Champ<string>;
  readonly qualificationPassi: Champ<boolean>;
  readonly dateFormulaire: Champ<CalendarDate>;
  readonly formulaireSigne: Champ<boolean>;
  readonly koEleves: Champ<number>;
  readonly koMoyens: Champ<number>;
  readonly datePremierRapport: Champ<CalendarDate>;
  readonly dateRapportCorrige: Champ<CalendarDate>;
}

export interface Hds {
  readonly bloc: Bloc;
  readonly situation: Champ<(typeof SITUATIONS_HDS)[number]>;
  readonly fichier: Champ<string>;
  readonly dateDocument: Champ<CalendarDate>;
  readonly dateExpiration: Champ<CalendarDate>;
}

export function readHomologation(bloc: Bloc): Homologation {
  return {
    bloc,
    nom: bloc.texte('nom-homologation'),
    moduleTiers: bloc.booleen('module-tiers'),
    nie: bloc.texte('nie'),
    nil: bloc.texte('nil'),
    statut: bloc.choix('statut-cnda', STATUTS_CNDA),
    dateDepot: bloc.date('date-depot'),
    dateObtention: bloc.date('date-obtention'),
    copieEcran: readCopieEcran(bloc.bloc('capture-cnda')),
  };
}

function readCopieEcran(bloc: Bloc): CopieEcran {
  return {
    bloc,
    fichier: bloc.texte('fichier-preuve'),
    informationsLogiciel: bloc.booleen('capture-logiciel'),
    statutVisible: bloc.booleen('capture-statut'),
    dateRetourVisible: bloc.booleen('capture-retour'),
    dateRetourPrevue: bloc.date('date-retour-prevue'),
  };
}

export function readIntrusion(bloc: Bloc): Intrusion {
  return {
    bloc,
    exigence: bloc.texte('exigence'),
    prestataire: bloc.texte('prestataire'),
    qualificationPassi: bloc.booleen('qualification-passi'),
    dateFormulaire: bloc.date('date-formulaire'),
    formulaireSigne: bloc.booleen('formulaire-signe'),
    koEleves: bloc.entier('ko-eleves'),
    koMoyens: bloc.entier('ko-moyens'),
    datePremierRapport: bloc.date('date-premier-rapport'),
    dateRapportCorrige: bloc.date('date-rapport-corrige'),
  };
}

export function readHds(bloc: Bloc): Hds {
  return {
    bloc,
    situation: bloc.choix('situation-hds', SITUATIONS_HDS),
    fichier: bloc.texte('fichier-preuve'),
    dateDocument: bloc.date('date-document'),
    dateExpiration: bloc.date('date-expiration'),
  };
}
