import type { CalendarDate } from '../../regulation/calendar-date';
import type { Bloc, Champ, Liste } from './bloc';
import { DEMANDEURS, PIECES_ENROLEMENT, TYPES_ENROLEMENT, type PieceEnrolementType } from './vocabulaire';

export interface Enrolement {
  readonly bloc: Bloc;
  readonly type: Champ<(typeof TYPES_ENROLEMENT)[number]>;
  readonly demandeur: Champ<(typeof DEMANDEURS)[number]>;
  readonly tiersMandataire: Champ<boolean>;
  readonly delegationSignature: Champ<boolean>;
  readonly numeroPsc: Champ<string>;
  readonly dateDepot: Champ<CalendarDate>;
  readonly dateValidation: Champ<CalendarDate>;
  readonly pieces: Liste<PieceEnrolement>;
}

export interface PieceEnrolement {
  readonly bloc: Bloc;
  readonly type: Champ<PieceEnrolementType>;
  readonly fournie: Champ<boolean>;
  readonly fichier: Champ<string>;
  readonly dateDocument: Champ<CalendarDate>;
  readonly dateExpiration: Champ<CalendarDate>;
}

/** A signed paper: a mandate, a report. */
export interface Document {
  readonly bloc: Bloc;
  readonly fichier: Champ<string>;
  readonly dateDocument: Champ<CalendarDate>;
}

export interface Distributeur {
  readonly bloc: Bloc;
  readonly raisonSociale: Champ<string>;
  readonly siren: Champ<string>;
  readonly declare: Champ<boolean>;
  readonly dateDeclaration: Champ<CalendarDate>;
  readonly contratClient: Champ<boolean>;
  readonly mandat: Document;
}

export function readEnrolement(bloc: Bloc): Enrolement {
  return {
    bloc,
    type: bloc.choix('type-enrolement', TYPES_ENROLEMENT),
    demandeur: bloc.choix('demandeur', DEMANDEURS),
    tiersMandataire: bloc.booleen('tiers-mandataire'),
    delegationSignature: bloc.booleen('representant-delegue'),
    numeroPsc: bloc.texte('numero-psc'),
    dateDepot: bloc.date('date-depot'),
    dateValidation: bloc.date('date-validation'),
    pieces: bloc.blocs('pieces-enrolement', readPiece),
  };
}

function readPiece(bloc: Bloc): PieceEnrolement {
  return {
    bloc,
    type: bloc.choix('type-piece-enrolement', PIECES_ENROLEMENT),
    fournie: bloc.booleen('piece-fournie'),
    fichier: bloc.texte('fichier-preuve'),
    dateDocument: bloc.date('date-document'),
    dateExpiration: bloc.date('date-expiration'),
  };
}

export function readDocument(bloc: Bloc): Document {
  return { bloc, fichier: bloc.texte('fichier-preuve'), dateDocument: bloc.date('date-document') };
}

export function readDistributeur(bloc: Bloc): Distributeur {
  return {
    bloc,
    raisonSociale: bloc.texte('raison-sociale'),
    siren: bloc.texte('siren'),
    declare: bloc.booleen('distributeur-declare'),
    dateDeclaration: bloc.date('date-declaration'),
    contratClient: bloc.booleen('contrat-client'),
    mandat: readDocument(bloc.bloc('mandat')),
  };
}
