import type { Montants } from '../../../../server/src/lsp/protocol';
import { isBoolean, isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from './guards';
import { readerOf } from './received';

export type MontantsModel = Montants['modele'];
export type Mots = MontantsModel['mots'];
export type Ligne = MontantsModel['lignes'][number];
export type Montant = Ligne['ht'];
export type Part = NonNullable<Ligne['part']>;
export type LigneTotal = MontantsModel['totaux'][number];
export type Total = LigneTotal['ht'];

const isMontant = shape<Montant>({ texte: isText, detail: isText, tri: orNull(isNumber) });
const isPart = shape<Part>({ valeur: isNumber, texte: isText });
const isTotal = shape<Total>({ texte: isText, detail: isText });

const isLigne = shape<Ligne>({
  rang: isNumber,
  demande: isText,
  beneficiaire: isText,
  numero: isText,
  prestation: isText,
  plafond: isMontant,
  plafondTtc: isText,
  ht: isMontant,
  tva: isText,
  ttc: isMontant,
  avance: isMontant,
  solde: isMontant,
  ecart: isMontant,
  depasse: isBoolean,
  part: orNull(isPart),
  etat: oneOf('ok', 'ko'),
  etatTexte: isText,
});

const isWords: Guard<Mots> = (value): value is Mots =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

const isModel = shape<MontantsModel>({
  langue: oneOf('fr', 'en'),
  mots: isWords,
  version: orNull(isNumber),
  fichier: isText,
  resume: isText,
  lignes: listOf(isLigne),
  totaux: listOf(
    shape<LigneTotal>({
      sons: isText,
      prestation: isText,
      demandes: isNumber,
      plafond: isTotal,
      ht: isTotal,
      ttc: isTotal,
      avance: isTotal,
      solde: isTotal,
      part: orNull(isPart),
      duFichier: isBoolean,
    }),
  ),
  notes: listOf(isText),
});

/** Reads a message of the extension. */
export const readReceived = readerOf(isModel);
