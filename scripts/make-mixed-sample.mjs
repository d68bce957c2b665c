#!/usr/bin/env node
/**
 * Writes a large file of fictional requests as a day of work leaves it: most are right, some ask more than their
 * ceiling, some would be refused, a few do not say all that a figure depends on. Always the same text.
 *   node scripts/make-mixed-sample.mjs                          200 requests in dist/melange.avance.json
 *   node scripts/make-mixed-sample.mjs dist/x.avance.json 500   another place, another number
 */
import { pathToFileURL } from 'node:url';
import { withKey } from './fictional-numbers.mjs';
import { writeSample } from './write-sample.mjs';

const FIRST_NAMES = ['Agathe', 'Bastien', 'Camille', 'Denis', 'Élise', 'Fanny', 'Gaspard', 'Héloïse', 'Ivan'];
const NAMES = ['Aubépine', 'Bruyère', 'Campanule', 'Digitale', 'Églantier', 'Fougère', 'Genêt', 'Hellébore'];
const KINDS = ['Centre de santé', 'Centre médical', 'Centre polyvalent'];
const PLACES = ['du Parc', 'des Quatre-Vents', 'de la Fontaine', 'du Vieux Moulin', 'des Tilleuls'];

/** A file of that many requests of MDV-LGC-Va1, whose scale is known in full. */
export function mixedSample(count = 200) {
  const all = Array.from({ length: count }, (_, index) => indented(demande(index + 1)));
  return `{
  "typeDemande": "AVANCE",
  "sons": "MDV-LGC-Va1",
  "fournisseur": {
    "raisonSociale": "Logiciels Hélianthe (fictif)",
    "siren": "${withKey('99990001')}",
    "assujettiTVA": true
  },
  "demandes": [
${all.join(',\n')}
  ]
}
`;
}

function demande(rank) {
  const number = String(rank).padStart(4, '0');
  const isLiberal = rank % 3 !== 0;
  const professionals = 2 + (rank % 11);
  const ceiling = isLiberal ? 43_000 : 86_000 + 34_400 * professionals;
  const { ht, ttc } = order(rank, ceiling);
  return `{
  "referenceDemande": "LGC1-${number}",
  "typePrestation": "VAGUE_1",
  "solutionLogicielle": {
    "nom": "Hélianthe Cabinet",
    "version": "10.3.0",
    "numeroReferencement": "MDV-LGC-Va1-FICTIF-01"
  },
  "beneficiaires": {
    "commandePour": "${isLiberal ? 'LIBERAL' : 'STRUCTURE'}",
    "liberal": ${isLiberal ? liberal(rank) : 'null'},
    "structure": ${isLiberal ? 'null' : structure(rank, professionals)}
  },
  "bonDeCommande": {
    "numero": "BC-${number}",
    "dateSignature": "${rank % 37 === 5 ? '2022-03-15' : `${String(1 + (rank % 28)).padStart(2, '0')}/03/2022`}",
    "signatureElectronique": true
  },
  "prestation": {
    "montantHT": ${ht},
    "tauxTVA": 20.00,
    "montantTTC": ${rank % 41 === 7 ? `"${ttc}"` : ttc}
  },
  "piecesJustificatives": [
    {
      "typePiece": "BON_DE_COMMANDE",
      "nomFichier": "bdc-${number}.pdf"
    }
  ]
}`;
}

/** The amounts of an order, as they are written: at its ceiling, under it, or one time in nine over it. */
function order(rank, ceiling) {
  const share = rank % 9 === 4 ? 105 + (rank % 5) * 8 : rank % 4 === 0 ? 60 + ((rank * 7) % 39) : 100;
  const ttc = Math.round((ceiling * share) / 100);
  return { ht: euros(Math.round((ttc * 100) / 120)), ttc: euros(ttc) };
}

function euros(cents) {
  return (cents / 100).toFixed(2);
}

function liberal(rank) {
  const name = `${FIRST_NAMES[rank % FIRST_NAMES.length]} ${NAMES[rank % NAMES.length]}`;
  const rpps = withKey(`99${String(rank).padStart(8, '0')}`);
  return `{
      "nomMedecin": "Dr ${name} (fictif)",
      "emailMedecin": "medecin.${rank}@example.org",
      "telephoneMedecin": "+3353649${String(rank).padStart(4, '0')}",
      "codePostalMedecin": "99110",
      "RPPS": "${rank % 29 === 11 ? rpps.slice(0, -1) : rpps}",
      "aidesPercues": false,
      "aidesDeMinimis": []
    }`;
}

function structure(rank, professionals) {
  const name = `${KINDS[rank % KINDS.length]} ${PLACES[rank % PLACES.length]}`;
  return `{
      "nomStructure": "${name} ${rank} (fictif)",
      "FINESSGeo": "${withKey(`99${String(rank).padStart(6, '0')}`)}",
      "sirenStructure": "${withKey(`9999${String(rank).padStart(4, '0')}`)}",
      "typeStructure": "CENTRE_DE_SANTE",
      "nombreProfessionnels": ${rank % 33 === 15 ? 'null' : professionals},
      "emailStructure": "accueil.${rank}@example.org",
      "telephoneStructure": "+3335301${String(rank).padStart(4, '0')}",
      "codePostalStructure": "99140",
      "aidesPercues": false,
      "aidesDeMinimis": []
    }`;
}

function indented(text) {
  return `    ${text.replaceAll('\n', '\n    ')}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [target = 'dist/melange.avance.json', wanted] = process.argv.slice(2);
  writeSample(mixedSample, target, wanted);
}
