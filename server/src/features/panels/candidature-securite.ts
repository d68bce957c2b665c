import type { Champ } from '../../dossier/candidature/bloc';
import type { Homologation } from '../../dossier/candidature/securite';
import type { StatutCnda } from '../../dossier/candidature/vocabulaire';
import type { Role } from '../../formats/roles';
import { translate } from '../../messages/catalogue';
import type { CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { remaining } from './remaining';
import {
  etat,
  etatOf,
  onDay,
  progressionOf,
  rangee,
  sentences,
  type Contexte,
  type Etat,
  type Rangee,
  type Section,
} from './candidature-section';

const CNDA: Readonly<Record<StatutCnda, Etat>> = {
  INITIALISATION: 'a-faire',
  PRE_EXAMEN: 'en-cours',
  EXAMEN_DE_CONFORMITE: 'en-cours',
  FINALISATION: 'en-cours',
  OBTENUE: 'fait',
};

/** The homologations by the CNDA. */
export function cndaSection(contexte: Contexte): Section {
  const { candidature, langue } = contexte;
  const rangees = candidature.homologations.elements.map((one) => homologation(one, contexte));
  return {
    id: 'cnda',
    titre: translate(langue, 'suivi.cnda'),
    resume: translate(langue, rangees.length === 0 ? 'suivi.cnda.aucune' : 'suivi.cnda.resume', {
      fait: rangees.filter((one) => one.etat === 'fait').length,
      total: rangees.length,
    }),
    progression: progressionOf(rangees),
    rangees,
  };
}

function homologation(one: Homologation, { places, langue }: Contexte): Rangee {
  const { bloc, nom, nie, nil, statut, moduleTiers, copieEcran, dateObtention } = one;
  return rangee(
    places.of(bloc),
    nom.valeur ?? translate(langue, 'suivi.homologation.sans-nom'),
    etatOf(statut, CNDA, langue),
    {
      detail: sentences(
        moduleTiers.valeur === true && translate(langue, 'suivi.module-tiers'),
        nie.valeur !== undefined && `NIE ${nie.valeur}`,
        nil.valeur !== undefined && `NIL ${nil.valeur}`,
        onDay('suivi.retour-prevu', copieEcran.dateRetourPrevue, langue),
        onDay('suivi.obtenue-le', dateObtention, langue),
      ),
    },
  );
}

/** The penetration test held against its thresholds. */
export function intrusionSection(contexte: Contexte): Section {
  const { candidature, places, langue } = contexte;
  const { intrusion } = candidature;
  const { dateFormulaire, formulaireSigne, datePremierRapport, dateRapportCorrige, qualificationPassi } =
    intrusion;
  const report = (champ: Champ<CalendarDate>): Rangee =>
    rangee(
      places.of(champ),
      translate(langue, roleName(champ.role)),
      champ.valeur
        ? etat('fait', 'suivi.rapport.depose', langue)
        : etat('a-faire', 'suivi.etat.a-faire', langue),
      { detail: onDay('suivi.le', champ, langue) },
    );
  const formulaire = rangee(
    places.of(formulaireSigne),
    translate(langue, roleName('formulaire-signe')),
    yesNo(formulaireSigne, contexte),
    { detail: formAge(dateFormulaire, contexte) },
  );
  const rangees = [
    ko(intrusion.koEleves, 'intrusion.ko-eleves', contexte),
    ko(intrusion.koMoyens, 'intrusion.ko-moyens', contexte),
    rangee(
      places.of(qualificationPassi),
      translate(langue, roleName('qualification-passi')),
      yesNo(qualificationPassi, contexte),
      { detail: intrusion.prestataire.valeur ?? '' },
    ),
    formulaire,
    report(datePremierRapport),
    ...(dateRapportCorrige.valeur ? [report(dateRapportCorrige)] : []),
  ];
  return {
    id: 'intrusion',
    titre: translate(langue, 'role.intrusion.nom'),
    resume: intrusion.exigence.valeur
      ? translate(langue, 'suivi.exigence', { exigence: intrusion.exigence.valeur })
      : '',
    progression: progressionOf(rangees),
    rangees,
  };
}

/** A count against the most that is accepted. */
function ko(champ: Champ<number>, id: string, { regulation, places, langue }: Contexte): Rangee {
  const held = regulation.nombres.get(id);
  const most = held?.value ?? undefined;
  const { valeur } = champ;
  const isOver = valeur !== undefined && most !== undefined && valeur > most;
  const state =
    valeur === undefined
      ? etat('inconnu', champ.illisible ? 'suivi.etat.illisible' : 'suivi.etat.inconnu', langue)
      : etat(isOver ? 'a-corriger' : 'fait', isOver ? 'suivi.ko.trop' : 'suivi.ko.admis', langue, {
          nombre: valeur,
        });
  const detail =
    held && most !== undefined
      ? translate(langue, 'suivi.ko.seuil', { seuil: most, sources: held.source.join(', ') })
      : '';
  return rangee(places.of(champ), translate(langue, roleName(champ.role)), state, { detail });
}

function formAge(champ: Champ<CalendarDate>, { today, langue }: Contexte): string {
  const { valeur } = champ;
  if (!valeur) return translate(langue, 'suivi.formulaire.sans-date');
  const age = remaining(dayCount(valeur) - dayCount(today), langue);
  return sentences(
    `${onDay('suivi.le', champ, langue)} (${age})`,
    translate(langue, 'suivi.formulaire.un-an'),
  );
}

function yesNo({ valeur, illisible }: Champ<boolean>, { langue }: Contexte): readonly [Etat, string] {
  if (valeur === undefined) {
    return etat('inconnu', illisible ? 'suivi.etat.illisible' : 'suivi.etat.inconnu', langue);
  }
  return valeur ? etat('fait', 'suivi.oui', langue) : etat('a-corriger', 'suivi.non', langue);
}

/** The key of the name of a role; the roles of these blocks all have one. */
function roleName<R extends Role>(role: R): `role.${R}.nom` {
  return `role.${role}.nom`;
}
