import type { Champ } from '../../dossier/candidature/bloc';
import type { PieceEnrolement } from '../../dossier/candidature/enrolement';
import type { Pilote, Usage } from '../../dossier/candidature/financement';
import { translate } from '../../messages/catalogue';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { vagueOf } from '../../regulation/sons';
import { valueMeaning } from '../value-meaning';
import {
  etat,
  onDay,
  progressionOf,
  rangee,
  sentences,
  type Contexte,
  type Etat,
  type Rangee,
  type Section,
} from './candidature-section';

/** The HDS certificate, or the sworn statement that there is no hosting. */
function hdsRangee(contexte: Contexte): Rangee {
  const { candidature, places, langue } = contexte;
  const { bloc, situation, fichier, dateExpiration } = candidature.hds;
  const told = situation.valeur && valueMeaning('situation-hds', situation.valeur, langue);
  const state: readonly [Etat, string] = isOver(dateExpiration, contexte)
    ? etat('a-corriger', 'suivi.piece.expiree', langue)
    : told === undefined
      ? etat('inconnu', 'suivi.etat.inconnu', langue)
      : ['fait', told];
  return rangee(places.of(bloc), translate(langue, 'role.hds.nom'), state, {
    detail: sentences(fichier.valeur, onDay('suivi.valable', dateExpiration, langue)),
  });
}

/** The papers of the enrolment at the ASP. */
export function enrolementSection(contexte: Contexte): Section {
  const { candidature, langue } = contexte;
  const { type, dateDepot, dateValidation, pieces } = candidature.enrolement;
  const rangees = [hdsRangee(contexte), ...pieces.elements.map((one) => pieceRangee(one, contexte))];
  return {
    id: 'enrolement',
    titre: translate(langue, 'suivi.enrolement'),
    resume: sentences(
      type.valeur && valueMeaning('type-enrolement', type.valeur, langue),
      onDay('suivi.depose-le', dateDepot, langue),
      onDay('suivi.valide-le', dateValidation, langue),
    ),
    progression: progressionOf(rangees),
    rangees,
  };
}

function pieceRangee(piece: PieceEnrolement, contexte: Contexte): Rangee {
  const { places, langue } = contexte;
  const { bloc, type, fournie, fichier, dateExpiration } = piece;
  const name = type.valeur && valueMeaning('type-piece-enrolement', type.valeur, langue);
  return rangee(
    places.of(bloc),
    name ?? translate(langue, 'suivi.piece.sans-nom'),
    pieceEtat(piece, contexte),
    { detail: sentences(fournie.valeur && fichier.valeur, onDay('suivi.valable', dateExpiration, langue)) },
  );
}

function pieceEtat(
  { fournie, dateExpiration }: PieceEnrolement,
  contexte: Contexte,
): readonly [Etat, string] {
  const { langue } = contexte;
  if (isOver(dateExpiration, contexte)) return etat('a-corriger', 'suivi.piece.expiree', langue);
  if (fournie.valeur === undefined) return etat('inconnu', 'suivi.etat.inconnu', langue);
  return fournie.valeur
    ? etat('fait', 'suivi.piece.fournie', langue)
    : etat('a-faire', 'suivi.piece.a-fournir', langue);
}

/** True once a paper's last day is past. */
function isOver({ valeur }: Champ<CalendarDate>, { today }: Contexte): boolean {
  return valeur !== undefined && dayCount(valeur) < dayCount(today);
}

/** The pilots, each with its report. */
export function pilotesSection(contexte: Contexte): Section {
  const { candidature, langue } = contexte;
  const wanted = pilotesWanted(contexte);
  const rangees = candidature.pilotes.elements.map((one) => piloteRangee(one, contexte));
  const fait = candidature.pilotes.elements.filter(hasReport).length;
  return {
    id: 'pilotes',
    titre: translate(langue, 'suivi.pilotes'),
    resume:
      wanted === undefined
        ? translate(langue, 'suivi.pilotes.sans-regle')
        : translate(langue, 'suivi.pilotes.resume', { fait, total: wanted }),
    progression: wanted === undefined ? null : { fait: Math.min(fait, wanted), total: wanted },
    rangees,
  };
}

/** How many pilots must be done before the first solde; undefined where no text asks for any. */
export function pilotesWanted({ candidature, regulation }: Contexte): number | undefined {
  const vague = vagueOf(candidature.sons.valeur ?? '');
  return regulation.nombres.get(`vague-${vague ?? ''}.pilotes`)?.value ?? undefined;
}

export function hasReport({ procesVerbal: { fichier, dateDocument } }: Pilote): boolean {
  return fichier.valeur !== undefined || dateDocument.valeur !== undefined;
}

function piloteRangee(pilote: Pilote, { places, langue }: Contexte): Rangee {
  const { bloc, referenceDemande, nomStructure, dateInstallation, procesVerbal } = pilote;
  return rangee(
    places.of(bloc),
    sentences(nomStructure.valeur, referenceDemande.valeur) || translate(langue, 'suivi.pilote.sans-nom'),
    hasReport(pilote)
      ? etat('fait', 'suivi.pilote.pv', langue)
      : dateInstallation.valeur
        ? etat('en-cours', 'suivi.pilote.sans-pv', langue)
        : etat('a-faire', 'suivi.etat.a-faire', langue),
    {
      detail: sentences(procesVerbal.fichier.valeur, onDay('suivi.installe-le', dateInstallation, langue)),
    },
  );
}

/** What is counted after the solde, by the last part of the threshold's name. */
const COMPTEURS: readonly (readonly [string, (usage: Usage) => Champ<number>])[] = [
  ['consultations-dmp', (usage) => usage.consultationsDmp],
  ['documents-dmp', (usage) => usage.documentsDmp],
  ['messages-mssante', (usage) => usage.messagesMssante],
];

/** The thresholds that are checked after the solde, client by client. */
export function usagesSection(contexte: Contexte): Section {
  const { candidature, regulation, langue } = contexte;
  const sons = candidature.sons.valeur ?? '';
  const seuils = COMPTEURS.flatMap(([name, of]) => {
    const value = regulation.nombres.get(`${sons}.${name}`)?.value;
    return typeof value === 'number' ? [{ of, value }] : [];
  });
  const rangees = candidature.usages.elements.flatMap((usage) =>
    seuils.map(({ of, value }) => usageRangee(usage, of(usage), value, contexte)),
  );
  return {
    id: 'usages',
    titre: translate(langue, 'suivi.usages'),
    resume: translate(langue, resumeKey(seuils.length, rangees.length)),
    progression: progressionOf(rangees),
    rangees,
  };
}

function resumeKey(
  seuils: number,
  rangees: number,
): 'suivi.usages.sans-seuil' | 'suivi.usages.aucun' | 'suivi.usages.resume' {
  if (seuils === 0) return 'suivi.usages.sans-seuil';
  return rangees === 0 ? 'suivi.usages.aucun' : 'suivi.usages.resume';
}

function usageRangee(
  usage: Usage,
  champ: Champ<number>,
  seuil: number,
  { places, langue }: Contexte,
): Rangee {
  const { valeur } = champ;
  const name =
    sentences(usage.nomStructure.valeur, usage.referenceDemande.valeur) ||
    translate(langue, 'suivi.usage.sans-nom');
  const counted =
    champ.role === 'consultations-dmp' || champ.role === 'documents-dmp' ? champ.role : 'messages-mssante';
  const state =
    valeur === undefined
      ? etat('inconnu', 'suivi.etat.inconnu', langue)
      : etat(valeur >= seuil ? 'fait' : 'a-faire', 'suivi.usage.compte', langue, { nombre: valeur, seuil });
  return rangee(places.of(champ), sentences(name, translate(langue, `role.${counted}.nom`)), state, {
    detail: onDay('suivi.releve-le', usage.dateReleve, langue),
  });
}
