import { valueMeaning } from '../value-meaning';
import type { Bloc, Champ } from '../../dossier/candidature/bloc';
import type { Candidature } from '../../dossier/candidature/candidature';
import { translate, type Langue, type MessageKey } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import type { MessageParams } from '../../messages/params';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import type { Echeance } from '../../regulation/deadlines';
import type { Regulation } from '../../regulation/regulation';
import type { Span } from '../../syntax/nodes';

/** Where something stands: to be done, under way, done, to be put right, or not told. */
export type Etat = 'fait' | 'en-cours' | 'a-faire' | 'a-corriger' | 'inconnu';

/** One line of a section. */
export interface Rangee {
  /** Its place in the text, by rank. */
  readonly rang: number;
  readonly texte: string;
  readonly etat: Etat;
  /** The state in words: it never rests on a colour. */
  readonly etatTexte: string;
  readonly detail: string;
  /** True for what belongs to the line above. */
  readonly sous: boolean;
}

export interface Section {
  readonly id: string;
  readonly titre: string;
  readonly resume: string;
  /** How much of it is done; null where nothing is counted. */
  readonly progression: { readonly fait: number; readonly total: number } | null;
  readonly rangees: readonly Rangee[];
}

/** What is known beside the manifest. */
export interface Contexte {
  readonly candidature: Candidature;
  readonly regulation: Regulation;
  /** The dates of its SONS. */
  readonly echeances: readonly Echeance[];
  readonly today: CalendarDate;
  readonly langue: Langue;
  readonly places: Places;
}

/** The places that the page names by their rank. */
export class Places {
  readonly all: Span[] = [];

  rang({ start, end }: Span): number {
    return this.all.push({ start, end }) - 1;
  }

  /** A value or block as a whole, its key included; what it lacks, where it would stand. */
  of({
    node,
    place,
  }: {
    readonly node?: Bloc['node'] | Champ<unknown>['node'];
    readonly place: Span;
  }): number {
    if (!node) return this.rang(place);
    const { parent } = node;
    return this.rang(parent?.kind === 'property' ? parent : node);
  }
}

/** The parts of a row that have a usual form. */
export function rangee(
  rang: number,
  texte: string,
  [etat, etatTexte]: readonly [Etat, string],
  { detail = '', sous = false }: { readonly detail?: string; readonly sous?: boolean } = {},
): Rangee {
  return { rang, texte: harmless(texte), etat, etatTexte, detail: harmless(detail), sous };
}

/** A state of a closed list with the words of its value; `etats` says what each comes to. */
export function etatOf<T extends string>(
  { valeur, role, illisible }: Champ<T>,
  etats: Readonly<Record<T, Etat>>,
  langue: Langue,
): readonly [Etat, string] {
  if (valeur !== undefined) return [etats[valeur], valueMeaning(role, valeur, langue) ?? valeur];
  return ['inconnu', translate(langue, illisible ? 'suivi.etat.illisible' : 'suivi.etat.inconnu')];
}

/** A state in one of the panel's own words. */
export function etat(
  which: Etat,
  key: MessageKey,
  langue: Langue,
  params: MessageParams = {},
): readonly [Etat, string] {
  return [which, translate(langue, key, params)];
}

/** Sentences that are there, one after the other. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join(' · ');
}

/** "déposé le 14/10/2024"; empty without a day. */
export function onDay(key: MessageKey, { valeur }: Champ<CalendarDate>, langue: Langue): string {
  return valeur ? translate(langue, key, { date: formatJour(valeur) }) : '';
}

/** How many of some rows are done. */
export function progressionOf(rangees: readonly Rangee[]): Section['progression'] {
  if (rangees.length === 0) return null;
  return { fait: rangees.filter((one) => one.etat === 'fait').length, total: rangees.length };
}
