/** One request of a liberal doctor with two slips: a French boolean and a decimal comma. */
export const WITH_SLIPS = `{
  "typeDemande": "AVANCE",
  "sons": "MDV-LGC-Va2",
  "fournisseur": {
    "raisonSociale": "Éditeur (fictif)",
    "siren": "268708518",
    "assujettiTVA": vrai
  },
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
      "prestation": { "montantHT": 300,00, "tauxTVA": 20.00, "montantTTC": 360.00 },
      "piecesJustificatives": [{ "typePiece": "BON_DE_COMMANDE", "nomFichier": "bdc-0001.pdf" }]
    }
  ]
}
`;

export const MENDED = WITH_SLIPS.replace('vrai', 'true').replace('300,00', '300.00');
