#!/usr/bin/env node
/**
 * Writes a large file of requests, all right and all fictional, to try the product at its limits.
 *   node scripts/make-large-sample.mjs                          200 requests in dist/grand.avance.json
 *   node scripts/make-large-sample.mjs dist/x.avance.json 500   another place, another number
 */
import { pathToFileURL } from 'node:url';
import { withKey } from './fictional-numbers.mjs';
import { writeSample } from './write-sample.mjs';

/** A file of that many requests of HOP-DPI-Va2, of some 4 KB each. */
export function largeSample(demandes = 200) {
  const one = (_, index) =>
    `    ${demande(index + 1)
      .trim()
      .replaceAll('\n', '\n    ')}`;
  return `{
  "typeDemande": "AVANCE",
  "sons": "HOP-DPI-Va2",
  "fournisseur": {
    "raisonSociale": "Logiciels Hélianthe (fictif)",
    "siren": "${withKey('99990001')}",
    "assujettiTVA": true
  },
  "demandes": [
${Array.from({ length: demandes }, one).join(',\n')}
  ]
}
`;
}

function demande(rank) {
  const number = String(rank).padStart(4, '0');
  const sites = [0, 1, 2].map((site) => ({
    rank,
    site,
    siren: withKey(`98${String(rank * 3 + site).padStart(6, '0')}`),
  }));
  const amount = 20000 + (rank % 400) * 125;
  return `
{
  "referenceDemande": "DPI-${number}",
  "typePrestation": "${rank % 5 === 0 ? 'VAGUE_1_ET_2' : 'VAGUE_2'}",
  "solutionLogicielle": {
    "nom": "Hélianthe Dossier Patient",
    "version": "4.2.0",
    "numeroReferencement": "HOP-DPI-Va2-FICTIF-01"
  },
  "beneficiaires": {
    "clientsFinaux": [
${sites.map(client).join(',\n')}
    ],
    "etablissements": [
${sites.map(etablissement).join(',\n')}
    ]
  },
  "bonDeCommande": {
    "numero": "BC-${number}",
    "dateSignature": "${String(1 + (rank % 28)).padStart(2, '0')}/09/2025",
    "signatureElectronique": true
  },
  "prestation": {
    "montantHT": ${amount.toFixed(2)},
    "tauxTVA": 20.00,
    "montantTTC": ${(amount * 1.2).toFixed(2)}
  },
  "piecesJustificatives": [
    {
      "typePiece": "BON_DE_COMMANDE",
      "nomFichier": "bdc-${number}.pdf"
    }
  ]
}`;
}

function client({ rank, site, siren }) {
  const line = String((rank * 3 + site) % 10000).padStart(4, '0');
  return `      {
        "sirenClient": "${siren}",
        "nomRepresentant": "Représentant ${rank}-${site + 1} (fictif)",
        "telephoneRepresentant": "+3319900${line}",
        "emailRepresentant": "direction.${rank}.${site + 1}@example.org",
        "aidesPercues": true,
        "aidesDeMinimis": [
          {
            "dateAttribution": "01/02/2024",
            "montantAides": ${(100 + site * 50).toFixed(2)}
          }
        ]
      }`;
}

function etablissement({ rank, site, siren }) {
  return `      {
        "nomStructure": "Centre hospitalier ${rank}-${site + 1} (fictif)",
        "FINESSPMSI": "${withKey(`99${String(rank * 3 + site).padStart(6, '0')}`)}",
        "sirenClient": "${siren}"
      }`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [target = 'dist/grand.avance.json', wanted] = process.argv.slice(2);
  writeSample(largeSample, target, wanted);
}
