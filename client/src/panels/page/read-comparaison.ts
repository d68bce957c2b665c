import type { Comparaison } from '../../../../server/src/lsp/protocol';
import { isBoolean, isText, listOf, oneOf, shape, type Guard } from './guards';
import { readerOf } from './received';

export type ComparaisonModel = Comparaison['modele'];
export type Mots = ComparaisonModel['mots'];
export type Ligne = ComparaisonModel['lignes'][number];
export type Montant = Ligne['commande'];
export type Beneficiaire = Ligne['benefAvance'][number];

const isMontant = shape<Montant>({ texte: isText, detail: isText });
const areBeneficiaires = listOf(shape<Beneficiaire>({ numero: isText, marque: isText }));

const isWords: Guard<Mots> = (value): value is Mots =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

const isModel = shape<ComparaisonModel>({
  langue: oneOf('fr', 'en'),
  mots: isWords,
  fichiers: isText,
  resume: isText,
  lignes: listOf(
    shape<Ligne>({
      demande: isText,
      sort: oneOf('identique', 'retire', 'ajoute', 'remplace', 'inconnu', 'sans-avance', 'sans-solde'),
      sortTexte: isText,
      explication: isText,
      benefAvance: areBeneficiaires,
      benefSolde: areBeneficiaires,
      commande: isMontant,
      facture: isMontant,
      percue: isMontant,
      solde: isMontant,
      aAvance: isBoolean,
      aSolde: isBoolean,
    }),
  ),
});

/** Reads a message of the extension. */
export const readReceived = readerOf(isModel);
