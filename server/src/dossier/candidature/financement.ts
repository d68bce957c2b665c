import type { CalendarDate } from '../../regulation/calendar-date';
import type { Bloc, Champ } from './bloc';
import { readDocument, type Document } from './enrolement';
import { MOMENTS_FUSION, STATUTS_MODELE, TYPES_FUSION } from './vocabulaire';

/** A pilot order. */
export interface Pilote {
  readonly bloc: Bloc;
  readonly referenceDemande: Champ<string>;
  readonly nomStructure: Champ<string>;
  readonly dateInstallation: Champ<CalendarDate>;
  readonly procesVerbal: Document;
}

/** A merger: A and B become C, or A absorbs B. */
export interface Fusion {
  readonly bloc: Bloc;
  readonly type: Champ<(typeof TYPES_FUSION)[number]>;
  readonly moment: Champ<(typeof MOMENTS_FUSION)[number]>;
  readonly date: Champ<CalendarDate>;
  readonly dateDeclaration: Champ<CalendarDate>;
  readonly finessA: Champ<string>;
  readonly finessB: Champ<string>;
  readonly finessC: Champ<string>;
}

export interface DocumentModele {
  readonly bloc: Bloc;
  readonly type: Champ<string>;
  readonly fichier: Champ<string>;
  readonly statut: Champ<(typeof STATUTS_MODELE)[number]>;
  readonly dateDepot: Champ<CalendarDate>;
}

/** The counters of one client, for the controls after the solde. */
export interface Usage {
  readonly bloc: Bloc;
  readonly referenceDemande: Champ<string>;
  readonly nomStructure: Champ<string>;
  readonly consultationsDmp: Champ<number>;
  readonly documentsDmp: Champ<number>;
  readonly messagesMssante: Champ<number>;
  readonly dateReleve: Champ<CalendarDate>;
}

export function readPilote(bloc: Bloc): Pilote {
  return {
    bloc,
    referenceDemande: bloc.texte('reference-demande'),
    nomStructure: bloc.texte('nom-structure'),
    dateInstallation: bloc.date('date-installation'),
    procesVerbal: readDocument(bloc.bloc('pv')),
  };
}

export function readFusion(bloc: Bloc): Fusion {
  return {
    bloc,
    type: bloc.choix('type-fusion', TYPES_FUSION),
    moment: bloc.choix('moment-fusion', MOMENTS_FUSION),
    date: bloc.date('date-fusion'),
    dateDeclaration: bloc.date('date-declaration'),
    finessA: bloc.texte('finess-a'),
    finessB: bloc.texte('finess-b'),
    finessC: bloc.texte('finess-c'),
  };
}

export function readDocumentModele(bloc: Bloc): DocumentModele {
  return {
    bloc,
    type: bloc.texte('type-modele'),
    fichier: bloc.texte('nom-fichier'),
    statut: bloc.choix('statut-modele', STATUTS_MODELE),
    dateDepot: bloc.date('date-depot'),
  };
}

export function readUsage(bloc: Bloc): Usage {
  return {
    bloc,
    referenceDemande: bloc.texte('reference-demande'),
    nomStructure: bloc.texte('nom-structure'),
    consultationsDmp: bloc.entier('consultations-dmp'),
    documentsDmp: bloc.entier('documents-dmp'),
    messagesMssante: bloc.entier('messages-mssante'),
    dateReleve: bloc.date('date-releve'),
  };
}
