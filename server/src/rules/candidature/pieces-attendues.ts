import type { Candidature } from '../../dossier/candidature/candidature';
import type { PieceEnrolementType } from '../../dossier/candidature/vocabulaire';

/**
 * The papers of an enrolment, by its case. The HDS paper is apart: S2 asks for it of "the SONS concerned". What a
 * complementary enrolment comes with, no text tells.
 */
export function piecesAttendues({ enrolement, editeur }: Candidature): readonly PieceEnrolementType[] {
  const { type, demandeur, tiersMandataire, delegationSignature } = enrolement;
  if (type.valeur !== 'ANTICIPE' && type.valeur !== 'DEFINITIF') return [];
  const isThirdParty = tiersMandataire.valeur === true;
  const isDelegate = delegationSignature.valeur === true && tiersMandataire.valeur === false;
  const isOutOfVat = editeur.assujettiTva.valeur === false && demandeur.valeur === 'EDITEUR';
  return [
    ...only(true, 'PIECE_IDENTITE', 'RIB'),
    // An enrolment is anticipated because there is no certificate yet (S0).
    ...only(type.valeur === 'DEFINITIF', 'ATTESTATION_REFERENCEMENT'),
    ...only(isOutOfVat, 'NON_ASSUJETTISSEMENT_TVA'),
    ...only(demandeur.valeur === 'DISTRIBUTEUR', 'MANDAT_DISTRIBUTION'),
    ...only(isThirdParty, 'CONTRAT_TIERS'),
    ...only(isDelegate, 'MANDAT_DELEGATION'),
    ...only(isThirdParty || isDelegate, 'PIECE_IDENTITE_TIERS'),
  ];
}

function only(isDue: boolean, ...types: readonly PieceEnrolementType[]): readonly PieceEnrolementType[] {
  return isDue ? types : [];
}
