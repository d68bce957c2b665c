import type { Location } from 'vscode-languageserver-types';
import { kindOfRole, type KeyKind } from '../../dossier/keys';
import type { FileAmongOthers, Place } from '../../dossier/neighbours';
import { mentionAround, mentionAt, type Mention } from '../../dossier/summary';
import type { Span } from '../../syntax/nodes';

/** A file that a user navigates from, and what turns places into the client's own terms. */
export interface Navigated extends FileAmongOthers {
  readonly locate: (uri: string, span: Span) => Location | undefined;
}

/** What stands at an offset and can be looked for elsewhere. */
export interface Sought {
  readonly mention: Mention;
  readonly kind: KeyKind;
}

export function soughtAt({ summary }: Navigated, offset: number): Sought | undefined {
  const mention = mentionAround(summary, offset);
  const kind = mention && kindOfRole(mention.role);
  return mention && kind ? { mention, kind } : undefined;
}

/** Every place that says the same, this one included. References are those of one SONS: another one counts anew. */
export function samePlaces({ summary, neighbours }: Navigated, { mention, kind }: Sought): readonly Place[] {
  const places = neighbours.placesOf(kind, mention.text);
  return kind === 'reference' ? places.filter((place) => place.summary.sons === summary.sons) : places;
}

/** From a request's reference to the avance that it names. */
export function definitionAt(file: Navigated, offset: number): Location[] {
  const sought = soughtAt(file, offset);
  if (sought?.kind !== 'reference') return [];
  return located(file, samePlaces(file, sought).filter(isAvance));
}

/** Where a FINESS, a SIREN, an RPPS or a reference stands in the workspace; an avance declares its reference. */
export function referencesAt(file: Navigated, offset: number, withDeclaration: boolean): Location[] {
  const sought = soughtAt(file, offset);
  if (!sought) return [];
  const places = samePlaces(file, sought);
  const declares = (place: Place): boolean => sought.kind === 'reference' && isAvance(place);
  return located(file, withDeclaration ? places : places.filter((place) => !declares(place)));
}

export function isAvance({ summary }: Place): boolean {
  return summary.etape === 'avance';
}

function located({ locate }: Navigated, places: readonly Place[]): Location[] {
  return places.flatMap(({ uri, summary, mention }) => locate(uri, mentionAt(summary, mention)) ?? []);
}
