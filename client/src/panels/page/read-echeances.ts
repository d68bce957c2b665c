import type { Echeances } from '../../../../server/src/lsp/protocol';
import { isBoolean, isNumber, isText, listOf, oneOf, orNull, shape, type Guard } from './guards';
import { readerOf } from './received';

export type SonsDates = Echeances['sons'][number];
export type EtapeRow = SonsDates['etapes'][number];
export type Frise = NonNullable<SonsDates['frise']>;
export type Commandes = NonNullable<Echeances['commandes']>;
export type GroupeCommandes = Commandes['groupes'][number];
export type FriseCommandes = NonNullable<Frise['commandes']>;
export type Couloir = Frise['couloirs'][number];
export type Jalon = Couloir['jalons'][number];
type Source = EtapeRow['sources'][number];

const isFrise = shape<Frise>({
  aujourdhui: isNumber,
  annees: listOf(shape<Frise['annees'][number]>({ place: isNumber, texte: isText })),
  couloirs: listOf(
    shape<Couloir>({
      titre: isText,
      periode: isText,
      debut: orNull(isNumber),
      fin: orNull(isNumber),
      etat: oneOf('ouvert', 'ferme', 'a-venir', 'incertain'),
      jalons: listOf(
        shape<Jalon>({
          place: isNumber,
          sorte: oneOf('parution', 'ouverture', 'cloture'),
          douteux: isBoolean,
        }),
      ),
    }),
  ),
  commandes: orNull(
    shape<FriseCommandes>({
      titre: isText,
      periode: isText,
      debut: isNumber,
      fin: isNumber,
      marques: listOf(isNumber),
    }),
  ),
});

const isCommandes = shape<Commandes>({
  resume: isText,
  bornes: listOf(isText),
  groupes: listOf(
    shape<GroupeCommandes>({
      issue: oneOf(
        'apres-fermeture',
        'avant-arrete',
        'plus-de-120-jours',
        'illisible',
        'apres-fermeture-a-confirmer',
        'avant-arrete-a-confirmer',
        'a-venir',
        'inconnu',
        'dans-la-fenetre',
      ),
      gravite: oneOf('ko', 'a-verifier', 'ok'),
      texte: isText,
      nombre: isText,
      dates: isText,
      deplier: isText,
      demandes: listOf(
        shape<GroupeCommandes['demandes'][number]>({ rang: isNumber, texte: isText, nom: isText }),
      ),
      autres: isText,
    }),
  ),
});

const isRow = shape<EtapeRow>({
  id: isText,
  libelle: isText,
  etat: oneOf('ouvert', 'ferme', 'a-venir', 'douteux', 'inconnu'),
  etatTexte: isText,
  date: isText,
  reste: isText,
  prochaine: isBoolean,
  sources: listOf(shape<Source>({ code: isText, titre: isText, adresse: orNull(isText) })),
  remarques: listOf(isText),
});

const isWords: Guard<Echeances['mots']> = (value): value is Echeances['mots'] =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

const isModel = shape<Echeances>({
  langue: oneOf('fr', 'en'),
  mots: isWords,
  aujourdhui: isText,
  sonsDuFichier: orNull(isText),
  groupes: listOf(shape<Echeances['groupes'][number]>({ titre: isText, sons: listOf(isText) })),
  commandes: orNull(isCommandes),
  sons: listOf(
    shape<SonsDates>({
      sons: isText,
      libelle: isText,
      duFichier: isBoolean,
      prochaine: isText,
      legende: isText,
      frise: orNull(isFrise),
      etapes: listOf(isRow),
    }),
  ),
});

/** Reads a message of the extension. */
export const readReceived = readerOf(isModel);
