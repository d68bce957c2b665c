import type { Fusion } from '../../dossier/candidature/financement';
import { fusionEcrite } from '../../dossier/candidature/fusions-ecrites';
import { translate } from '../../messages/catalogue';
import { finessToWrite, mergerTitle } from '../merger-words';
import {
  etat,
  onDay,
  progressionOf,
  rangee,
  sentences,
  type Contexte,
  type Rangee,
  type Section,
} from './candidature-section';

/** The mergers of the manifest: whether each is declared, and which FINESS goes where (A07). None, no section. */
export function fusionsSection(contexte: Contexte): Section | undefined {
  const { candidature, langue } = contexte;
  const all = candidature.fusions.elements.map((fusion) => rangeesOf(fusion, contexte));
  if (all.length === 0) return undefined;
  const progression = progressionOf(all.flatMap(([head]) => head ?? []));
  return {
    id: 'fusions',
    titre: translate(langue, 'suivi.fusions'),
    resume: translate(langue, 'suivi.fusions.resume', {
      fait: progression?.fait ?? 0,
      total: progression?.total ?? 0,
    }),
    progression,
    rangees: all.flat(),
  };
}

/** The merger, then what the documents of the requests of A and of B bear. */
function rangeesOf(fusion: Fusion, { places, langue }: Contexte): Rangee[] {
  const { bloc, dateDeclaration, finessA, finessB } = fusion;
  const known = fusionEcrite(fusion, '');
  const state =
    dateDeclaration.valeur === undefined
      ? etat('a-faire', 'suivi.fusion.a-declarer', langue)
      : etat('fait', 'suivi.fusion.declaree', langue);
  const title = known ? mergerTitle(known, asItIs, langue) : translate(langue, 'suivi.fusion.incomplete');
  const detail = onDay('suivi.fusion.declaree-le', dateDeclaration, langue);
  const requests = known
    ? [[known.a, finessA] as const, [known.b, finessB] as const].map(([finess, champ]) =>
        rangee(places.of(champ), translate(langue, 'suivi.fusion.demande', { finess }), state, {
          detail: sentences(...finessToWrite(finess, known, asItIs, langue)),
          sous: true,
        }),
      )
    : [];
  return [rangee(places.of(bloc), title, state, { detail }), ...requests];
}

const asItIs = (finess: string): string => finess;
