import { translate, type Langue } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import { etapeWords, etatWord, noteWords, supersededText } from '../../regulation/deadline-words';
import type { Echeance, Etat } from '../../regulation/deadlines';
import { momentText } from '../../regulation/moment-text';
import type { Regulation } from '../../regulation/regulation';
import { remaining } from './remaining';

/** The states without accents, for a page's style sheet. */
export type EtatCode = 'ouvert' | 'ferme' | 'a-venir' | 'douteux' | 'inconnu';

/** One date of a SONS, as a row of a table. */
export interface EtapeRow {
  readonly id: string;
  readonly libelle: string;
  readonly etat: EtatCode;
  /** The state in words: it never rests on a colour. */
  readonly etatTexte: string;
  /** `10/11/2026 12:00`, or that it is unknown. */
  readonly date: string;
  /** "dans 3 jours"; empty for an unknown date. */
  readonly reste: string;
  /** True for the next last day of its SONS. */
  readonly prochaine: boolean;
  readonly sources: readonly Source[];
  /** Why it is doubtful, what it replaced, whose value it is: one sentence each. */
  readonly remarques: readonly string[];
}

export interface Source {
  readonly code: string;
  /** Empty for a user's own words. */
  readonly titre: string;
  /** Where it can be read, when that is known. */
  readonly adresse: string | null;
}

const CODES: Readonly<Record<Etat, EtatCode>> = {
  ouvert: 'ouvert',
  ['fermé']: 'ferme',
  'à venir': 'a-venir',
  douteux: 'douteux',
  inconnu: 'inconnu',
};

export function etapeRow(
  echeance: Echeance,
  prochaine: boolean,
  regulation: Regulation,
  langue: Langue,
): EtapeRow {
  const { held, moment } = echeance;
  return {
    id: harmless(echeance.id),
    libelle: etapeWords(echeance, { langue }),
    etat: CODES[echeance.etat],
    etatTexte: etatWord(echeance, { langue }),
    date: moment ? momentText(moment) : translate(langue, 'echeances.date-inconnue'),
    reste: moment ? remaining(moment.jours, langue) : '',
    prochaine,
    sources: held.source.map((code) => sourceOf(code, regulation)),
    remarques: remarksOf(echeance, regulation, langue),
  };
}

function sourceOf(code: string, { sources }: Regulation): Source {
  const { titre = '', adresse } = sources.get(code) ?? {};
  return { code: harmless(code), titre: harmless(titre), adresse: adresse ?? null };
}

function remarksOf({ etat, held, moment }: Echeance, regulation: Regulation, langue: Langue): string[] {
  const note = noteWords(held.note, { langue });
  return [
    ...(etat === 'douteux' ? [translate(langue, 'echeances.a-confirmer', { raison: doubtOf() })] : []),
    ...(etat === 'inconnu' ? [note ?? translate(langue, 'echeances.aucune-source')] : []),
    ...(etat !== 'douteux' && etat !== 'inconnu' && note !== undefined ? [note] : []),
    ...(held.supersedes ?? []).map((one) =>
      translate(langue, 'regulation.texte.auparavant', { valeur: supersededText(one) }),
    ),
    ...(moment?.regleHoraire ? [translate(langue, 'echeances.heure-generale')] : []),
    ...(held.origine === 'utilisateur' ? [translate(langue, 'regulation.texte.la-votre')] : []),
  ];

  function doubtOf(): string {
    if (note !== undefined) return note;
    if (held.inferred) return translate(langue, 'regulation.texte.deduite');
    const isPress = held.source.every((code) => regulation.sources.get(code)?.nature === 'presse');
    return translate(langue, isPress ? 'echeances.presse-seule' : 'echeances.source-a-relire');
  }
}
