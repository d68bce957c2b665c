import { avancementOf, type EtapeJalon } from '../../dossier/candidature/jalons';
import type { EtapeConvergence } from '../../dossier/candidature/parcours';
import { translate, type MessageKey } from '../../messages/catalogue';
import { isFiled } from './candidature-preuves';
import { whenText } from './candidature-etapes';
import { hasReport, pilotesWanted } from './candidature-financement';
import type { Contexte } from './candidature-section';

/** Something to do next, and until when. */
export interface AFaire {
  readonly rang: number;
  readonly texte: string;
  /** `passe` only behind a date that is sure. */
  readonly quand: 'passe' | 'a-venir' | 'a-confirmer' | 'sans-date';
  readonly echeance: string;
}

/** What remains before the first solde, in the order in which it is done. */
export function aFaire(contexte: Contexte): readonly AFaire[] {
  const { candidature } = contexte;
  const isReferenced = candidature.etapes[3]?.statut.valeur === 'TERMINEE';
  return [
    ...(isReferenced ? [] : [...depots(contexte), ...preuves(contexte), ...securite(contexte)]),
    ...apres(contexte),
  ];
}

function depots(contexte: Contexte): AFaire[] {
  const { candidature, places } = contexte;
  const avancement = avancementOf(candidature);
  const [depot, , depotPreuves] = candidature.etapes;
  const rang = (etape: EtapeConvergence | undefined): number => places.of(etape?.bloc ?? candidature.racine);
  return [
    ...(avancement['date-1'].fait === true
      ? []
      : [dated('suivi.faire.depot', rang(depot), 'date-1', contexte)]),
    ...(avancement['date-2'].fait === true
      ? []
      : [dated('suivi.faire.dossier', rang(depotPreuves), 'date-2', contexte)]),
  ];
}

function preuves(contexte: Contexte): AFaire[] {
  const { candidature, places } = contexte;
  return candidature.chapitres.elements.flatMap(({ bloc, nom, statut, preuves: some, preuvesAttendues }) => {
    const chapitre = nom.valeur ?? translate(contexte.langue, 'suivi.chapitre.sans-nom');
    const wrong = some.elements.filter((one) => one.statut.valeur === 'A_MODIFIER').length;
    if (wrong > 0 || statut.valeur === 'A_MODIFIER') {
      const params = { chapitre, nombre: Math.max(wrong, 1) };
      return [dated('suivi.faire.modifier', places.of(bloc), 'date-3', contexte, params)];
    }
    const missing = (preuvesAttendues.valeur ?? 0) - some.elements.filter(isFiled).length;
    if (statut.valeur === 'VALIDE' || missing <= 0) return [];
    return [dated('suivi.faire.preuves', places.of(bloc), 'date-2', contexte, { chapitre, nombre: missing })];
  });
}

function securite(contexte: Contexte): AFaire[] {
  const { candidature, regulation, places, langue } = contexte;
  const { intrusion, homologations, versionsObsoletes, visiteIns, historiqueVague1 } = candidature;
  const over = (['koEleves', 'koMoyens'] as const).some((name) => {
    const most = regulation.nombres.get(
      name === 'koEleves' ? 'intrusion.ko-eleves' : 'intrusion.ko-moyens',
    )?.value;
    const { valeur } = intrusion[name];
    return valeur !== undefined && typeof most === 'number' && valeur > most;
  });
  const isNew = historiqueVague1.referencee.valeur === false;
  return [
    ...homologations.elements
      .filter(({ statut }) => statut.valeur !== 'OBTENUE')
      .map(({ bloc, nom, statut }) => {
        const params = { nom: nom.valeur ?? translate(langue, 'suivi.homologation.sans-nom') };
        const isFiledThere = statut.valeur !== undefined && statut.valeur !== 'INITIALISATION';
        return isFiledThere
          ? undated(
              'suivi.faire.homologation',
              places.of(bloc),
              'suivi.avant.referencement',
              contexte,
              params,
            )
          : dated('suivi.faire.cnda', places.of(bloc), 'date-2', contexte, params);
      }),
    ...(intrusion.datePremierRapport.valeur === undefined && !intrusion.datePremierRapport.illisible
      ? [dated('suivi.faire.intrusion', places.of(intrusion.bloc), 'date-2', contexte)]
      : []),
    ...(over ? [dated('suivi.faire.intrusion-corrige', places.of(intrusion.bloc), 'date-3', contexte)] : []),
    ...(isNew && visiteIns.statut.valeur !== 'VALIDEE' && visiteIns.statut.valeur !== 'REALISEE'
      ? [undated('suivi.faire.visite', places.of(visiteIns.bloc), 'suivi.avant.referencement', contexte)]
      : []),
    ...(versionsObsoletes.declaration.valeur === undefined && !versionsObsoletes.declaration.illisible
      ? [
          undated(
            'suivi.faire.versions',
            places.of(versionsObsoletes.bloc),
            'suivi.avant.enrolement',
            contexte,
          ),
        ]
      : []),
  ];
}

function apres(contexte: Contexte): AFaire[] {
  const { candidature, places } = contexte;
  const { enrolement, pilotes } = candidature;
  const missing = enrolement.pieces.elements.filter(({ fournie }) => fournie.valeur === false).length;
  const wanted = pilotesWanted(contexte) ?? 0;
  const left = wanted - pilotes.elements.filter(hasReport).length;
  return [
    ...(missing > 0 && !enrolement.dateValidation.valeur
      ? [
          undated('suivi.faire.pieces', places.of(enrolement.pieces), 'suivi.avant.avance', contexte, {
            nombre: missing,
          }),
        ]
      : []),
    ...(left > 0
      ? [undated('suivi.faire.pilotes', places.of(pilotes), 'suivi.avant.solde', contexte, { nombre: left })]
      : []),
  ];
}

type Params = Readonly<Record<string, string | number>>;

function dated(
  key: MessageKey,
  rang: number,
  etape: EtapeJalon,
  contexte: Contexte,
  params: Params = {},
): AFaire {
  const { echeances, langue } = contexte;
  const texte = translate(langue, key, params);
  const echeance = echeances.find((one) => one.etape === etape);
  if (!echeance?.moment) {
    const jalon = translate(langue, `suivi.avant.${etape}`);
    return { rang, texte, quand: 'sans-date', echeance: jalon };
  }
  const isSure = echeance.held.status === 'confirmé';
  const quand = !isSure ? 'a-confirmer' : echeance.etat === 'fermé' ? 'passe' : 'a-venir';
  return {
    rang,
    texte,
    quand,
    echeance: translate(langue, 'suivi.au-plus-tard', { date: whenText(echeance, langue) }),
  };
}

function undated(
  key: MessageKey,
  rang: number,
  avant: MessageKey,
  contexte: Contexte,
  params: Params = {},
): AFaire {
  const { langue } = contexte;
  return {
    rang,
    texte: translate(langue, key, params),
    quand: 'sans-date',
    echeance: translate(langue, avant),
  };
}
