import { beneficiaireIncoherent } from './beneficiaires/beneficiaire-incoherent';
import { codePostalFormat } from './identifiants/code-postal-format';
import { emailFormat } from './identifiants/email-format';
import { finessCle } from './identifiants/finess-cle';
import { finessFormat } from './identifiants/finess-format';
import { rppsCle } from './identifiants/rpps-cle';
import { rppsFormat } from './identifiants/rpps-format';
import { sirenInvalide } from './identifiants/siren-invalide';
import { siretInvalide } from './identifiants/siret-invalide';
import { telephoneFormat } from './identifiants/telephone-format';
import { pieceFormat } from './pieces/piece-format';
import { pieceNom } from './pieces/piece-nom';
import { pieceNomEspace } from './pieces/piece-nom-espace';
import type { DossierRule, PartRule, RuleMeta } from './rule';
import { baliseManquante } from './structure/balise-manquante';
import { dateFormat } from './valeurs/date-format';
import { dateInexistante } from './valeurs/date-inexistante';
import { montantPrecision } from './valeurs/montant-precision';
import { nombreEnTexte } from './valeurs/nombre-en-texte';
import { virguleDecimale } from './valeurs/virgule-decimale';

/** Rules that read one fragment at a time, in the order in which findings of one place are shown. */
export const PART_RULES: readonly PartRule[] = [
  baliseManquante,
  virguleDecimale,
  nombreEnTexte,
  montantPrecision,
  dateFormat,
  dateInexistante,
  finessFormat,
  finessCle,
  sirenInvalide,
  siretInvalide,
  rppsFormat,
  rppsCle,
  telephoneFormat,
  emailFormat,
  codePostalFormat,
  beneficiaireIncoherent,
  pieceNom,
  pieceNomEspace,
  pieceFormat,
];

/** Rules that need the whole file. */
export const DOSSIER_RULES: readonly DossierRule[] = [];

export const ALL_RULES: readonly RuleMeta[] = [...PART_RULES, ...DOSSIER_RULES];
