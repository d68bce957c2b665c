import { naissanceDe } from '../../dossier/fusions';
import type { Contexte } from '../../dossier/montants';
import { fichierText } from '../../dossier/montants-words';
import { translate, type Langue } from '../../messages/catalogue';
import type { Base, Etablissement } from '../../registry/base';
import { ceilingTexts } from '../ceiling-texts';
import { finessAt } from '../finess-at';
import type { ModelPlace } from '../place';
import { code, plain } from './markdown';

/** What the base says of the FINESS at a place, in Markdown; undefined without a base, and for another place. */
export function establishmentCard(
  place: ModelPlace,
  { base, fusions }: Contexte,
  langue: Langue,
): string | undefined {
  const numero = finessAt(place);
  if (!base || numero === undefined) return undefined;
  const found = base.find(numero);
  if (found) return cardOf(found, base, langue);
  // What a merger made is in no base: the card of the merger says where its number goes.
  return naissanceDe(numero, fusions) ? undefined : absentText(numero, base, langue);
}

function absentText(numero: string, { source }: Base, langue: Langue): string {
  const fichier = code(fichierText(source));
  return translate(langue, 'survol.etablissement.absent', { numero: code(numero), fichier });
}

function cardOf(found: Etablissement, base: Base, langue: Langue): string {
  const { raisonSociale, categorie, nature, activiteCombinee, finessLie, ligne } = found;
  const title = plain(raisonSociale ?? translate(langue, 'base.sans-nom'));
  const lines = [
    ...(categorie === undefined
      ? []
      : [translate(langue, 'survol.etablissement.categorie', { valeur: plain(categorie) })]),
    ...(nature === undefined ? [] : [translate(langue, `survol.etablissement.nature.${nature}`)]),
    ...(finessLie === undefined
      ? []
      : [translate(langue, 'survol.etablissement.lie', { valeur: code(finessLie) })]),
    ...(activiteCombinee === undefined
      ? []
      : [translate(langue, 'survol.etablissement.activite', { valeur: plain(activiteCombinee) })]),
    ...ceilingTexts(found, langue).map(plain),
  ].map((text) => `- ${text}`);
  const origin = translate(langue, 'base.ligne', { ligne, fichier: code(fichierText(base.source)) });
  return [`**${title}**`, lines.join('\n'), `*${origin}*`].filter((text) => text !== '').join('\n\n');
}
