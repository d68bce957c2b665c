import type { Analysis } from '../../analysis/analyse';
import { candidatureOf } from '../../dossier/candidature/candidature';
import { fusionsEcrites } from '../../dossier/candidature/fusions-ecrites';
import { fusionsDe, type FusionConnue, type Fusions } from '../../dossier/fusions';
import { FUSION_FINESS } from '../../formats/roles-candidature';
import type { Role } from '../../formats/roles';
import { translate, type Langue } from '../../messages/catalogue';
import type { Held } from '../../regulation/sourced';
import { finessAt } from '../finess-at';
import { finessToWrite, mergerTitle } from '../merger-words';
import type { ModelPlace } from '../place';
import { code } from './markdown';
import { originText } from './origin';

/** The mergers are a matter of the hospital corridor, whose beneficiaries this number tells. */
const OF_HOSPITALS: readonly Role[] = ['finess-pmsi', ...FUSION_FINESS];

/** Which FINESS goes where (JSON, order, VA) for each merger that names the one at a place, in Markdown. */
export function mergerCard(place: ModelPlace, analysis: Analysis, langue: Langue): string | undefined {
  const role = (place.key ? place.tag?.shape : place.shape)?.role;
  const numero = finessAt(place);
  if (numero === undefined || role === undefined || !OF_HOSPITALS.includes(role)) return undefined;
  const cards = fusionsDe(numero, mergersOf(analysis)).map((fusion) =>
    cardOf(numero, fusion, analysis, langue),
  );
  return cards.length > 0 ? cards.join('\n\n') : undefined;
}

/** A manifest tells of its own; beside a request, those that were given with it. */
function mergersOf({ dossier, fusions }: Analysis): Fusions {
  const { enveloppe } = dossier ?? {};
  return enveloppe?.kind === 'candidature' ? fusionsEcrites(candidatureOf(enveloppe), '') : fusions;
}

function cardOf(
  numero: string,
  fusion: FusionConnue,
  { regulation: { enonces } }: Analysis,
  langue: Langue,
): string {
  const held = (sujet: string): Held<unknown>[] => {
    const found = enonces.get(`HOP.fusion-${sujet}`);
    return found ? [found] : [];
  };
  const sure = fusion.moment === 'AVANT_AVANCE';
  const sum = held('plafond').map((one): Held<unknown> => (sure ? one : { ...one, status: 'à confirmer' }));
  const lines = [
    translate(langue, fusion.declaree ? 'survol.fusion.declaree' : 'survol.fusion.non-declaree') +
      originText(held('declaration'), langue),
    ...finessToWrite(numero, fusion, code, langue).map((line, rank) =>
      rank === 0 ? line + originText(held('finess'), langue) : line,
    ),
    translate(langue, 'survol.fusion.plafond', { a: code(fusion.a), b: code(fusion.b) }) +
      originText(sum, langue),
  ];
  return [`**${mergerTitle(fusion, code, langue)}**`, lines.map((line) => `- ${line}`).join('\n')].join(
    '\n\n',
  );
}
