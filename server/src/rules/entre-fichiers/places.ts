import type { Place } from '../../dossier/neighbours';
import { mentionAt, rangOf, saidAt } from '../../dossier/summary';
import type { MessageParams } from '../../messages/catalogue';
import type { RelatedPlace } from '../rule';

/** Links shown under one finding. */
const MOST_LINKS = 5;

/** How the request of a place is called: its reference, or its rank from 1. */
export function referenceAt({ summary, mention }: Place): string | number {
  const rang = rangOf(summary, mention);
  return saidAt(summary, rang, 'reference-demande') ?? rang + 1;
}

/** Links to places of other files; their words may name `{reference}` beside `params`. */
export function linksTo(places: readonly Place[], params: MessageParams): RelatedPlace[] {
  return places.slice(0, MOST_LINKS).map((place) => {
    const span = mentionAt(place.summary, place.mention);
    return { uri: place.uri, span, params: { ...params, reference: referenceAt(place) } };
  });
}
