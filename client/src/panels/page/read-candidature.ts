import type { Candidature } from '../../../../server/src/lsp/protocol';
import { isBoolean, isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from './guards';
import { readerOf } from './received';

export type CandidatureModel = Candidature['modele'];
export type Mots = CandidatureModel['mots'];
export type Section = CandidatureModel['sections'][number];
export type Rangee = Section['rangees'][number];
export type AFaire = CandidatureModel['aFaire'][number];
type Progression = NonNullable<Section['progression']>;

const isWords: Guard<Mots> = (value): value is Mots =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

const isModel = shape<CandidatureModel>({
  langue: oneOf('fr', 'en'),
  mots: isWords,
  version: orNull(isNumber),
  fichier: isText,
  resume: isText,
  aFaire: listOf(
    shape<AFaire>({
      rang: isNumber,
      texte: isText,
      quand: oneOf('passe', 'a-venir', 'a-confirmer', 'sans-date'),
      echeance: isText,
    }),
  ),
  sections: listOf(
    shape<Section>({
      id: isText,
      titre: isText,
      resume: isText,
      progression: orNull(shape<Progression>({ fait: isNumber, total: isNumber })),
      rangees: listOf(
        shape<Rangee>({
          rang: isNumber,
          texte: isText,
          etat: oneOf('fait', 'en-cours', 'a-faire', 'a-corriger', 'inconnu'),
          etatTexte: isText,
          detail: isText,
          sous: isBoolean,
        }),
      ),
    }),
  ),
});

/** Reads a message of the extension. */
export const readReceived = readerOf(isModel);
