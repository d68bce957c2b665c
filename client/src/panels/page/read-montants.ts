import type { Montants } from '../../../../server/src/lsp/protocol';
import { isBoolean, isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from './guards';

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

/** What the extension says to the page: a new model, or the request around the cursor (null for none). */
export type Received =
  | { readonly type: 'modele'; readonly modele: MontantsModel }
  | { readonly type: 'demande'; readonly rang: number | null };

const isRank = orNull(isNumber);

/** Reads a message of the extension; undefined for anything else. */
export function readReceived(message: unknown): Received | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (type === 'modele' && 'modele' in message && isModel(message.modele)) {
    return { type, modele: message.modele };
  }
  if (type === 'demande' && 'rang' in message && isRank(message.rang)) return { type, rang: message.rang };
  return undefined;
}
