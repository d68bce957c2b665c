import type { Analysis } from '../../analysis/analyse';
import { candidatureOf } from '../../dossier/candidature/candidature';
import { fusionsEcrites } from '../../dossier/candidature/fusions-ecrites';
import { fusionsDe, membres, type FusionConnue, type Fusions } from '../../dossier/fusions';
import { FUSION_FINESS } from '../../formats/roles-candidature';
import type { Role } from '../../formats/roles';
import { translate, type Langue } from '../../messages/catalogue';
import type { Held } from '../../regulation/sourced';
import { finessAt } from '../finess-at';
import type { ModelPlace } from '../place';
import { code, codes } from './markdown';
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
    ...placesOf(numero, fusion, langue).map((line, rank) =>
      rank === 0 ? line + originText(held('finess'), langue) : line,
    ),
    translate(langue, 'survol.fusion.plafond', { a: code(fusion.a), b: code(fusion.b) }) +
      originText(sum, langue),
  ];
  return [`**${titleOf(fusion, langue)}**`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

function titleOf({ type, a, b, issue }: FusionConnue, langue: Langue): string {
  const params = { a: code(a), b: code(b), c: code(issue) };
  return translate(
    langue,
    type === 'FUSION_ACQUISITION' ? 'survol.fusion.acquisition' : 'survol.fusion.absorption',
    params,
  );
}

/** What goes into the JSON, onto the order and into the VA, as far as the deck can be read. */
function placesOf(numero: string, fusion: FusionConnue, langue: Langue): string[] {
  if (fusion.moment === undefined) return [translate(langue, 'survol.fusion.sans-moment')];
  if (fusion.moment === 'APRES_AVANCE') {
    return [
      translate(langue, 'survol.fusion.apres.json', { a: code(fusion.a), b: code(fusion.b) }),
      translate(langue, 'survol.fusion.apres.documents', { mentions: codes(membres(fusion)) }),
      translate(langue, 'survol.fusion.apres.autre'),
    ];
  }
  const { a, b, issue, type } = fusion;
  if (type === 'FUSION_ACQUISITION' && numero === issue) {
    return [
      translate(langue, 'survol.fusion.json.issue', { a: code(a), b: code(b), c: code(issue) }),
      translate(langue, 'survol.fusion.signe', { c: code(issue) }),
    ];
  }
  const mentions = codes([...new Set([numero, issue])].sort());
  const params = { finess: code(numero), signataire: code(issue), mentions };
  return [
    translate(langue, 'survol.fusion.json', params),
    translate(langue, 'survol.fusion.commande', params),
    translate(langue, 'survol.fusion.va', params),
  ];
}
