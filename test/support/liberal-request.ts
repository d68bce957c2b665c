/** One right request of a liberal doctor. */
export const VALID = `{
  "typeDemande": "AVANCE",
  "sons": "MDV-LGC-Va2",
  "fournisseur": { "raisonSociale": "Éditeur (fictif)", "siren": "268708518", "assujettiTVA": true },
  "demandes": [
    {
      "referenceDemande": "LGC-0001",
      "typePrestation": "VAGUE_2",
      "solutionLogicielle": { "nom": "Logiciel", "version": "2.4.1", "numeroReferencement": null },
      "beneficiaires": {
        "commandePour": "LIBERAL",
        "liberal": {
          "nomMedecin": "Médecin (fictif)",
          "emailMedecin": "medecin@example.org",
          "telephoneMedecin": "+33199000001",
          "codePostalMedecin": "33110",
          "RPPS": "10000005479",
          "aidesPercues": true,
          "aidesDeMinimis": []
        },
        "structure": null
      },
      "bonDeCommande": { "numero": "BDC-1", "dateSignature": "12/03/2026", "signatureElectronique": true },
      "prestation": { "montantHT": 300.00, "tauxTVA": 20.00, "montantTTC": 360.00 },
      "piecesJustificatives": [{ "typePiece": "BON_DE_COMMANDE", "nomFichier": "bdc-0001.pdf" }]
    }
  ]
}
`;

/** The same with a French boolean. */
export const BROKEN = VALID.replace('"assujettiTVA": true', '"assujettiTVA": vrai');
