/** What a date is of, in the order in which they are shown. */
export const ETAPES = [
  'arrete',
  'arrete-modificatif',
  'referencement-ouverture',
  'enrolement-ouverture',
  'simulateur-ouverture',
  'modele-avance',
  'modele-solde',
  'avance-ouverture',
  'date-1',
  'date-2',
  'date-3',
  'referencement-fin',
  'reponses-ans-fin',
  'preuves-fin',
  'commandes-fin',
  'avance-fin',
  'realisation-fin',
  'solde-ouverture',
  'solde-fin',
] as const;

export type Etape = (typeof ETAPES)[number];

/** A text or a model comes out that day, or something begins, or ends. */
export type Sorte = 'parution' | 'ouverture' | 'cloture';

interface Nature {
  readonly sorte: Sorte;
  /** Which general hour stands for a date that carries none; without one, the whole day counts. */
  readonly horaire?: 'ouverture' | 'cloture';
  /** What has to be open before: until it is known to be, the date is to come and nothing more. */
  readonly apres?: Etape;
  /** What closes the desk that opens: once it is past, the desk is open no more. */
  readonly jusque?: Etape;
}

const PUBLICATION: Nature = { sorte: 'parution' };
const OPENING: Nature = { sorte: 'ouverture' };
const DESK_OPENING: Nature = { sorte: 'ouverture', horaire: 'ouverture' };
const REFERENCING_END: Nature = { sorte: 'cloture', horaire: 'cloture', apres: 'referencement-ouverture' };

const NATURES: Readonly<Record<Etape, Nature>> = {
  arrete: PUBLICATION,
  'arrete-modificatif': PUBLICATION,
  'referencement-ouverture': OPENING,
  'enrolement-ouverture': DESK_OPENING,
  'simulateur-ouverture': OPENING,
  'modele-avance': PUBLICATION,
  'modele-solde': PUBLICATION,
  'avance-ouverture': { ...DESK_OPENING, jusque: 'avance-fin' },
  'date-1': REFERENCING_END,
  'date-2': REFERENCING_END,
  'date-3': REFERENCING_END,
  'referencement-fin': REFERENCING_END,
  'reponses-ans-fin': REFERENCING_END,
  'preuves-fin': REFERENCING_END,
  'commandes-fin': { sorte: 'cloture' },
  'avance-fin': { sorte: 'cloture', horaire: 'cloture', apres: 'avance-ouverture' },
  'realisation-fin': { sorte: 'cloture' },
  'solde-ouverture': { ...DESK_OPENING, jusque: 'solde-fin' },
  'solde-fin': { sorte: 'cloture', horaire: 'cloture', apres: 'solde-ouverture' },
};

export function natureOf(etape: Etape): Nature {
  return NATURES[etape];
}
