import type { CalendarDate } from '../../regulation/calendar-date';
import type { Part } from '../part';
import { Bloc, type Champ, type Liste } from './bloc';
import { readDistributeur, readEnrolement, type Distributeur, type Enrolement } from './enrolement';
import {
  readDocumentModele,
  readFusion,
  readPilote,
  readUsage,
  type DocumentModele,
  type Fusion,
  type Pilote,
  type Usage,
} from './financement';
import {
  readChapitre,
  readEtapes,
  readProfil,
  readVisiteIns,
  type Chapitre,
  type EtapeConvergence,
  type Profil,
  type VisiteIns,
} from './parcours';
import {
  readHds,
  readHomologation,
  readIntrusion,
  type Hds,
  type Homologation,
  type Intrusion,
} from './securite';
import {
  readEditeur,
  readHistoriqueVague1,
  readSolution,
  readVersionsObsoletes,
  type Editeur,
  type HistoriqueVague1,
  type Solution,
  type VersionsObsoletes,
} from './solution';

/** A manifest as rules read it: each value by role, with the place where it stands. */
export interface Candidature {
  readonly part: Part;
  /** The whole manifest, for what a finding underlines when nothing narrower is there. */
  readonly racine: Bloc;
  readonly sons: Champ<string>;
  readonly editeur: Editeur;
  readonly solution: Solution;
  readonly versionsObsoletes: VersionsObsoletes;
  readonly historiqueVague1: HistoriqueVague1;
  readonly profils: Liste<Profil>;
  /** The four steps, in their order, whether or not the text has them. */
  readonly etapes: readonly EtapeConvergence[];
  /** The day on which the complete evidence file is deemed filed. */
  readonly dateDossierComplet: Champ<CalendarDate>;
  readonly chapitres: Liste<Chapitre>;
  readonly visiteIns: VisiteIns;
  readonly homologations: Liste<Homologation>;
  readonly intrusion: Intrusion;
  readonly hds: Hds;
  readonly enrolement: Enrolement;
  readonly distributeurs: Liste<Distributeur>;
  readonly pilotes: Liste<Pilote>;
  readonly fusions: Liste<Fusion>;
  readonly documentsModeles: Liste<DocumentModele>;
  readonly usages: Liste<Usage>;
}

/** Reads the manifest that a part of kind `candidature` holds. */
export function candidatureOf(part: Part): Candidature {
  const { root } = part.fragment;
  const first = root?.start ?? 0;
  const racine = new Bloc(part, root?.kind === 'object' ? root : undefined, part.format.root, {
    start: first,
    end: first + 1,
  });
  return {
    part,
    racine,
    sons: racine.texte('sons'),
    editeur: readEditeur(racine.bloc('editeur')),
    solution: readSolution(racine.bloc('solution-logicielle')),
    versionsObsoletes: readVersionsObsoletes(racine.bloc('versions-obsoletes')),
    historiqueVague1: readHistoriqueVague1(racine.bloc('historique-vague-1')),
    profils: racine.blocs('profils', readProfil),
    etapes: readEtapes(racine),
    dateDossierComplet: racine.bloc('etapes').bloc('etape-preuves').date('date-dossier-complet'),
    chapitres: racine.blocs('chapitres', readChapitre),
    visiteIns: readVisiteIns(racine.bloc('visite-ins')),
    homologations: racine.blocs('homologations', readHomologation),
    intrusion: readIntrusion(racine.bloc('intrusion')),
    hds: readHds(racine.bloc('hds')),
    enrolement: readEnrolement(racine.bloc('enrolement')),
    distributeurs: racine.blocs('distributeurs', readDistributeur),
    pilotes: racine.blocs('pilotes', readPilote),
    fusions: racine.blocs('fusions', readFusion),
    documentsModeles: racine.blocs('documents-modeles', readDocumentModele),
    usages: racine.blocs('usages', readUsage),
  };
}
