import type { InlayHint, Range } from 'vscode-languageserver-types';
import { sourcesOf } from '../dossier/chiffre';
import type { Demande } from '../dossier/dossier';
import { contexteOf, montantsOf, type Contexte } from '../dossier/montants';
import { finessMeant } from '../dossier/finess';
import { lieuText } from '../dossier/montants-words';
import { firstOf, textOf, valuesOf } from '../dossier/part';
import { casText, columnOf } from '../dossier/plafond-de-base';
import { FINESS_ROLES } from '../formats/roles';
import { translate, type Langue } from '../messages/catalogue';
import type { Etablissement } from '../registry/base';
import { formatMontant } from '../regulation/amounts';
import type { CheckedDocument } from './document';

/**
 * Of each request in sight: beside the amount that the State pays, its two payments; beside a FINESS that the base
 * knows, whose it is. Nothing where they are unknown.
 */
export function inlayHintsIn({ document, analysis, langue }: CheckedDocument, range: Range): InlayHint[] {
  const { dossier, regulation, base } = analysis;
  if (!dossier) return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const contexte = contexteOf(dossier, regulation, base);
  return dossier.demandes
    .filter(({ start, end }) => start <= to && end >= from)
    .flatMap((demande) => {
      const payments = paymentsOf(demande, contexte, langue);
      return [...namesOf(demande, contexte, langue), ...(payments ? [payments] : [])];
    })
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
  const { paye, parts, avance, solde } = montantsOf(part, contexte);
  const node = firstOf(part, paye?.taxe === 'HT' ? 'montant-ht' : 'montant-ttc')?.node;
  if (!node || !paye || !parts || !avance || !solde) return undefined;
  const indication = translate(langue, 'indication.paiements', {
    avance: formatMontant(avance.cents),
    solde: formatMontant(solde.cents),
  });
  const isSure = avance.status === 'confirmé' && solde.status === 'confirmé';
  return {
    offset: start + node.end,
    label: isSure ? indication : translate(langue, 'indication.a-confirmer', { indication }),
    tooltip: translate(langue, 'montants.parts', {
      avance: parts.avance.value ?? '',
      solde: parts.solde.value ?? '',
      taxe: paye.taxe,
      sources: sourcesOf([parts.avance, parts.solde]).join(', '),
    }),
  };
}

/** Behind each FINESS that the base knows, its name and its ceiling for what the request asks. */
function namesOf({ part, start }: Demande, { base, sons }: Contexte, langue: Langue): Hint[] {
  if (!base) return [];
  const prestation = textOf(firstOf(part, 'type-prestation')?.node);
  return valuesOf(part, ...FINESS_ROLES).flatMap(({ node }) => {
    const found = base.find(finessMeant(textOf(node) ?? '') ?? '');
    if (!found) return [];
    const nom = shortened(found.raisonSociale ?? translate(langue, 'base.sans-nom'));
    const plafond = sons === undefined ? undefined : ownCeiling(found, sons, prestation);
    const label =
      plafond === undefined ? nom : translate(langue, 'indication.etablissement', { nom, plafond });
    const tooltip = lieuText({ ...base.source, ligne: found.ligne }, langue);
    return [{ offset: start + node.end, label, tooltip }];
  });
}

/** As the base gives it, HT first; undefined where it gives none. */
function ownCeiling(found: Etablissement, sons: string, prestation: string | undefined): string | undefined {
  const cas = prestation === undefined ? undefined : casText(prestation);
  const sides = columnOf(found, { sons, cas });
  if (sides?.ht !== undefined) return `${formatMontant(sides.ht)} HT`;
  return sides?.ttc === undefined ? undefined : `${formatMontant(sides.ttc)} TTC`;
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
