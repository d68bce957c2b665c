import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Demande } from '../dossier/dossier';
import { contexteOf, montantsOf, type Contexte } from '../dossier/montants';
import { finessMeant } from '../dossier/finess';
import { lieuText, sharesText } from '../dossier/montants-words';
import { firstOf, textOf, valuesOf } from '../dossier/part';
import { casText, columnOf } from '../dossier/plafond-de-base';
import { FINESS_ROLES } from '../formats/roles';
import { translate, type Langue } from '../messages/catalogue';
import { amountText } from '../messages/quantity';
import type { Etablissement } from '../registry/base';
import { parseJour } from '../regulation/calendar-date';
import { dayCount } from '../regulation/day-count';
import { orderBounds } from '../regulation/order-bounds';
import type { Borne } from '../regulation/order-window';
import { boundsSentences } from './bornes-words';
import type { CheckedDocument } from './document';

/**
 * Of each request in sight: beside its order's date, how far it is from its bounds; beside the amount that the State
 * pays, its two payments; beside a FINESS that the base knows, whose it is. Nothing where they are unknown.
 */
export function inlayHintsIn({ document, analysis, langue }: CheckedDocument, range: Range): InlayHint[] {
  const { dossier } = analysis;
  if (!dossier) return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const contexte = contexteOf(dossier, analysis);
  return dossier
    .demandesBetween(from, to)
    .flatMap((demande) => [
      ...namesOf(demande, contexte, langue),
      daysOf(demande, contexte, langue),
      paymentsOf(demande, contexte, langue),
    ])
    .filter((hint) => hint !== undefined)
    .filter(({ offset }) => offset >= from && offset <= to)
    .map(({ offset, label, tooltip }) => ({
      position: document.positionAt(offset),
      label,
      tooltip,
      paddingLeft: true,
    }));
}

const LONGEST = 60;

interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

function paymentsOf({ part, start }: Demande, contexte: Contexte, langue: Langue): Hint | undefined {
  const { paye, parts, estReduite, avance, solde } = montantsOf(part, contexte);
  const node = firstOf(part, paye?.taxe === 'HT' ? 'montant-ht' : 'montant-ttc')?.node;
  if (!node || !paye || !parts || !avance || !solde) return undefined;
  const indication = translate(langue, 'indication.paiements', {
    avance: amountText(avance.cents, langue),
    solde: amountText(solde.cents, langue),
  });
  const isSure = avance.status === 'confirmé' && solde.status === 'confirmé';
  return {
    offset: start + node.end,
    label: isSure ? indication : translate(langue, 'indication.a-confirmer', { indication }),
    tooltip: sharesText(parts, estReduite, paye.taxe, langue),
  };
}

/** "34 j avant la fin des avances", and the distance to the complete evidence file of an order that came before it. */
function daysOf({ part, start }: Demande, contexte: Contexte, langue: Langue): Hint | undefined {
  const { sons, regulation, dossiersComplets } = contexte;
  const node = firstOf(part, 'date-signature')?.node;
  const jour = node && parseJour(textOf(node) ?? '');
  if (!jour || sons === undefined) return undefined;
  const { fin, complet, premier } = orderBounds(sons, dossiersComplets, regulation);
  const toEnd = fin && distance(dayCount(fin.jour) - dayCount(jour), fin, langue);
  const before = complet && premier ? dayCount(complet) - dayCount(jour) : 0;
  const toFile = before > 0 ? translate(langue, 'indication.avant-dossier', { jours: before }) : undefined;
  const label = [toEnd, toFile].filter((text) => text !== undefined).join(' · ');
  if (label === '') return undefined;
  const bounds = boundsSentences({ fin, complet, premier }, undefined, regulation, langue);
  return { offset: start + node.end, label, tooltip: bounds.join('\n') };
}

function distance(jours: number, { held }: Borne, langue: Langue): string {
  const indication = translate(langue, jours < 0 ? 'indication.apres-fin' : 'indication.avant-fin', {
    jours: Math.abs(jours),
  });
  return held.status === 'confirmé'
    ? indication
    : translate(langue, 'indication.a-confirmer', { indication });
}

/** Behind each FINESS that the base knows, its name and its ceiling for what the request asks. */
function namesOf({ part, start }: Demande, { base, sons }: Contexte, langue: Langue): Hint[] {
  if (!base) return [];
  const prestation = textOf(firstOf(part, 'type-prestation')?.node);
  return valuesOf(part, ...FINESS_ROLES).flatMap(({ node }) => {
    const found = base.find(finessMeant(textOf(node) ?? '') ?? '');
    if (!found) return [];
    const nom = shortened(found.raisonSociale ?? translate(langue, 'base.sans-nom'));
    const plafond = sons === undefined ? undefined : ownCeiling(found, sons, prestation, langue);
    const label =
      plafond === undefined ? nom : translate(langue, 'indication.etablissement', { nom, plafond });
    const tooltip = lieuText({ ...base.source, ligne: found.ligne }, langue);
    return [{ offset: start + node.end, label, tooltip }];
  });
}

/** As the base gives it, HT first; undefined where it gives none. */
function ownCeiling(
  found: Etablissement,
  sons: string,
  prestation: string | undefined,
  langue: Langue,
): string | undefined {
  const cas = prestation === undefined ? undefined : casText(prestation);
  const sides = columnOf(found, { sons, cas });
  if (sides?.ht !== undefined) return `${amountText(sides.ht, langue)} HT`;
  return sides?.ttc === undefined ? undefined : `${amountText(sides.ttc, langue)} TTC`;
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
