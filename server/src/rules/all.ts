import { beneficiaireEnDouble } from './beneficiaires/beneficiaire-en-double';
import { beneficiaireIncoherent } from './beneficiaires/beneficiaire-incoherent';
import { bdc120Jours } from './calendrier/bdc-120-jours';
import { finessIneligible } from './beneficiaires/finess-ineligible';
import { finessNature } from './beneficiaires/finess-nature';
import { fusionFiness } from './beneficiaires/fusion-finess';
import { fusionNonDeclaree } from './beneficiaires/fusion-non-declaree';
import { bdcApresFermeture } from './calendrier/bdc-apres-fermeture';
import { bdcAvantOuverture } from './calendrier/bdc-avant-ouverture';
import { dateImprobable } from './calendrier/date-improbable';
import { guichetFerme } from './calendrier/guichet-ferme';
import { guichetPasOuvert } from './calendrier/guichet-pas-ouvert';
import { avanceIntrouvable } from './entre-fichiers/avance-introuvable';
import { beneficiaireAjoute } from './entre-fichiers/beneficiaire-ajoute';
import { beneficiaireEnDoubleAilleurs } from './entre-fichiers/beneficiaire-en-double-ailleurs';
import { beneficiaireRemplace } from './entre-fichiers/beneficiaire-remplace';
import { beneficiaireRetire } from './entre-fichiers/beneficiaire-retire';
import { soldeAvantPilotes } from './entre-fichiers/solde-avant-pilotes';
import { versionAnterieure } from './entre-fichiers/version-anterieure';
import { attestationVersion } from './candidature/attestation-version';
import { chapitreIncomplet } from './candidature/chapitre-incomplet';
import { drimboxSansRis } from './entre-fichiers/drimbox-sans-ris';
import { factureSuperieureAvanceAilleurs } from './entre-fichiers/facture-superieure-avance-ailleurs';
import { prestationIncompatible } from './entre-fichiers/prestation-incompatible';
import { cndaHomologationManquante } from './candidature/cnda-homologation-manquante';
import { cndaPreuveIncomplete } from './candidature/cnda-preuve-incomplete';
import { cndaStatut } from './candidature/cnda-statut';
import { distributeurSansMandat } from './candidature/distributeur-sans-mandat';
import { etapeDesordonnee } from './candidature/etape-desordonnee';
import { jalonDepasse } from './candidature/jalon-depasse';
import { hdsManquant } from './candidature/hds-manquant';
import { intrusionFormulairePerime } from './candidature/intrusion-formulaire-perime';
import { intrusionKo } from './candidature/intrusion-ko';
import { intrusionPrestataire } from './candidature/intrusion-prestataire';
import { intrusionSignature } from './candidature/intrusion-signature';
import { intrusionTardive } from './candidature/intrusion-tardive';
import { nouvelEntrant } from './candidature/nouvel-entrant';
import { pieceEnrolementManquante } from './candidature/piece-enrolement-manquante';
import { pieceIdentiteExpiree } from './candidature/piece-identite-expiree';
import { pilotesInsuffisants } from './candidature/pilotes-insuffisants';
import { preuveTardive } from './candidature/preuve-tardive';
import { preuvesVague1Manquantes } from './candidature/preuves-vague1-manquantes';
import { profilGeneralAbsent } from './candidature/profil-general-absent';
import { profilInconnu } from './candidature/profil-inconnu';
import { profilInsManquant } from './candidature/profil-ins-manquant';
import { profilTardif } from './candidature/profil-tardif';
import { rattrapagePayant } from './candidature/rattrapage-payant';
import { seuilUsage } from './candidature/seuil-usage';
import { versionsObsoletesNonDeclarees } from './candidature/versions-obsoletes-non-declarees';
import { visiteInsManquante } from './candidature/visite-ins-manquante';
import { codePostalFormat } from './identifiants/code-postal-format';
import { emailFormat } from './identifiants/email-format';
import { finessCle } from './identifiants/finess-cle';
import { finessFormat } from './identifiants/finess-format';
import { rppsCle } from './identifiants/rpps-cle';
import { rppsFormat } from './identifiants/rpps-format';
import { sirenInvalide } from './identifiants/siren-invalide';
import { siretInvalide } from './identifiants/siret-invalide';
import { telephoneFormat } from './identifiants/telephone-format';
import { avanceIncorrecte } from './montants/avance-incorrecte';
import { facturePartielle } from './montants/facture-partielle';
import { factureSuperieureAvance } from './montants/facture-superieure-avance';
import { montantNul } from './montants/montant-nul';
import { soldeInferieurAvance } from './montants/solde-inferieur-avance';
import { plafondDepasse } from './montants/plafond-depasse';
import { plafondFusionDepasse } from './montants/plafond-fusion-depasse';
import { tauxTvaInconnu } from './montants/taux-tva-inconnu';
import { tvaIncoherente } from './montants/tva-incoherente';
import { ofManifest } from './of-manifest';
import { indicateurMss } from './valeurs/indicateur-mss';
import { pieceFormat } from './pieces/piece-format';
import { pieceIntrouvable } from './pieces/piece-introuvable';
import { pieceManquante } from './pieces/piece-manquante';
import { pieceNom } from './pieces/piece-nom';
import { pieceNomEspace } from './pieces/piece-nom-espace';
import { pieceTaille } from './pieces/piece-taille';
import type { CandidatureRule, DossierRule, PartRule, RuleMeta, WorkspaceRule } from './rule';
import { baliseHorsModele } from './structure/balise-hors-modele';
import { baliseIncertaine } from './structure/balise-incertaine';
import { baliseInconnue } from './structure/balise-inconnue';
import { baliseManquante } from './structure/balise-manquante';
import { blocManquant } from './structure/bloc-manquant';
import { cleDupliquee } from './structure/cle-dupliquee';
import { longueurDepassee } from './structure/longueur-depassee';
import { tropDeDemandes } from './structure/trop-de-demandes';
import { typeInvalide } from './structure/type-invalide';
import { valeurHorsListe } from './structure/valeur-hors-liste';
import { videInvalide } from './structure/vide-invalide';
import { booleenTexte } from './syntaxe/booleen-texte';
import { encodage } from './syntaxe/encodage';
import { jsonSyntaxe } from './syntaxe/json-syntaxe';
import { litteralInvalide } from './syntaxe/litteral-invalide';
import { dateFormat } from './valeurs/date-format';
import { dateInexistante } from './valeurs/date-inexistante';
import { montantPrecision } from './valeurs/montant-precision';
import { nombreEnTexte } from './valeurs/nombre-en-texte';
import { virguleDecimale } from './valeurs/virgule-decimale';

/** Rules that read one fragment at a time, in the order in which findings of one place are shown. */
export const PART_RULES: readonly PartRule[] = [
  jsonSyntaxe,
  litteralInvalide,
  booleenTexte,
  encodage,
  blocManquant,
  baliseManquante,
  baliseInconnue,
  baliseHorsModele,
  videInvalide,
  cleDupliquee,
  typeInvalide,
  valeurHorsListe,
  longueurDepassee,
  tropDeDemandes,
  virguleDecimale,
  nombreEnTexte,
  montantPrecision,
  dateFormat,
  dateInexistante,
  montantNul,
  tauxTvaInconnu,
  tvaIncoherente,
  facturePartielle,
  factureSuperieureAvance,
  soldeInferieurAvance,
  plafondDepasse,
  bdcApresFermeture,
  bdcAvantOuverture,
  dateImprobable,
  finessFormat,
  finessCle,
  sirenInvalide,
  siretInvalide,
  rppsFormat,
  rppsCle,
  telephoneFormat,
  emailFormat,
  codePostalFormat,
  finessIneligible,
  finessNature,
  fusionFiness,
  fusionNonDeclaree,
  beneficiaireIncoherent,
  pieceManquante,
  indicateurMss,
  pieceNom,
  pieceNomEspace,
  pieceFormat,
];

/** Rules that need the whole file. */
export const DOSSIER_RULES: readonly DossierRule[] = [
  bdc120Jours,
  avanceIncorrecte,
  beneficiaireEnDouble,
  plafondFusionDepasse,
  guichetFerme,
  guichetPasOuvert,
  baliseIncertaine,
];

/** Rules that hold a file against the others of the workspace. */
export const WORKSPACE_RULES: readonly WorkspaceRule[] = [
  beneficiaireEnDoubleAilleurs,
  beneficiaireRetire,
  beneficiaireAjoute,
  beneficiaireRemplace,
  factureSuperieureAvanceAilleurs,
  avanceIntrouvable,
  drimboxSansRis,
  prestationIncompatible,
  soldeAvantPilotes,
  versionAnterieure,
  pieceIntrouvable,
  pieceTaille,
];

/** What holds of a manifest as it does of requests: its form, and what is true of a number wherever it stands. */
export const MANIFEST_RULES: readonly PartRule[] = [
  jsonSyntaxe,
  litteralInvalide,
  booleenTexte,
  encodage,
  baliseInconnue,
  baliseHorsModele,
  videInvalide,
  cleDupliquee,
  typeInvalide,
  valeurHorsListe,
  virguleDecimale,
  nombreEnTexte,
  dateFormat,
  dateInexistante,
  finessFormat,
  finessCle,
  sirenInvalide,
  pieceNom,
  pieceNomEspace,
  pieceFormat,
].map(ofManifest);

/** Rules on what a manifest says. */
export const CANDIDATURE_RULES: readonly CandidatureRule[] = [
  etapeDesordonnee,
  jalonDepasse,
  profilInconnu,
  profilGeneralAbsent,
  profilTardif,
  chapitreIncomplet,
  preuveTardive,
  nouvelEntrant,
  preuvesVague1Manquantes,
  profilInsManquant,
  visiteInsManquante,
  cndaStatut,
  cndaPreuveIncomplete,
  cndaHomologationManquante,
  intrusionPrestataire,
  intrusionSignature,
  intrusionKo,
  intrusionFormulairePerime,
  intrusionTardive,
  hdsManquant,
  pieceEnrolementManquante,
  pieceIdentiteExpiree,
  distributeurSansMandat,
  attestationVersion,
  versionsObsoletesNonDeclarees,
  rattrapagePayant,
  pilotesInsuffisants,
  seuilUsage,
];

export const ALL_RULES: readonly RuleMeta[] = [
  ...PART_RULES,
  ...DOSSIER_RULES,
  ...WORKSPACE_RULES,
  ...CANDIDATURE_RULES,
];
