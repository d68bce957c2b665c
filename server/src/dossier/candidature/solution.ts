import type { CalendarDate } from '../../regulation/calendar-date';
import type { JsonNode } from '../../syntax/nodes';
import type { Bloc, Champ, Liste } from './bloc';
import { DECLARATIONS } from './vocabulaire';

export interface Editeur {
  readonly bloc: Bloc;
  readonly raisonSociale: Champ<string>;
  readonly siren: Champ<string>;
  readonly assujettiTva: Champ<boolean>;
}

export interface Solution {
  readonly bloc: Bloc;
  readonly nom: Champ<string>;
  readonly numeroReferencement: Champ<string>;
  readonly versionReferencee: Champ<string>;
  readonly versionAttestation: Champ<string>;
  readonly dateReferencement: Champ<CalendarDate>;
  readonly pfiMutualisee: Champ<boolean>;
}

export interface VersionsObsoletes {
  readonly bloc: Bloc;
  readonly declaration: Champ<(typeof DECLARATIONS)[number]>;
  readonly dateDeclaration: Champ<CalendarDate>;
  readonly versions: Liste<{ readonly texte: string; readonly node: JsonNode }>;
  readonly rattrapagesPayants: Liste<{ readonly texte: string; readonly node: JsonNode }>;
}

export interface HistoriqueVague1 {
  readonly bloc: Bloc;
  readonly referencee: Champ<boolean>;
  readonly numeroReferencement: Champ<string>;
  readonly dateReferencement: Champ<CalendarDate>;
  readonly profils: Liste<{ readonly texte: string; readonly node: JsonNode }>;
}

export function readEditeur(bloc: Bloc): Editeur {
  return {
    bloc,
    raisonSociale: bloc.texte('raison-sociale'),
    siren: bloc.texte('siren'),
    assujettiTva: bloc.booleen('assujetti-tva'),
  };
}

export function readSolution(bloc: Bloc): Solution {
  return {
    bloc,
    nom: bloc.texte('nom-solution'),
    numeroReferencement: bloc.texte('numero-referencement'),
    versionReferencee: bloc.texte('version-referencee'),
    versionAttestation: bloc.texte('version-attestation'),
    dateReferencement: bloc.date('date-referencement'),
    pfiMutualisee: bloc.booleen('pfi-mutualisee'),
  };
}

export function readVersionsObsoletes(bloc: Bloc): VersionsObsoletes {
  return {
    bloc,
    declaration: bloc.choix('declaration-obsoletes', DECLARATIONS),
    dateDeclaration: bloc.date('date-declaration'),
    versions: bloc.textes('versions-declarees'),
    rattrapagesPayants: bloc.textes('rattrapages-payants'),
  };
}

export function readHistoriqueVague1(bloc: Bloc): HistoriqueVague1 {
  return {
    bloc,
    referencee: bloc.booleen('referencee-vague-1'),
    numeroReferencement: bloc.texte('numero-referencement'),
    dateReferencement: bloc.date('date-referencement'),
    profils: bloc.textes('profils-vague-1'),
  };
}
