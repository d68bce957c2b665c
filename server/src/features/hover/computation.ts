import { sourcesOf } from '../../dossier/chiffre';
import { valeursDerriere, type Montants } from '../../dossier/montants';
import { fusionText, montantText, whyNoAvance, whyNoPlafond } from '../../dossier/montants-words';
import type { Calcul, PlafondConnu } from '../../dossier/plafond';
import { say, translate, type Langue } from '../../messages/catalogue';
import { amountText, rateText } from '../../messages/quantity';
import { ttc as ttcOf } from '../../regulation/amounts';
import { readCents } from '../../regulation/cents';
import type { Regulation } from '../../regulation/regulation';
import { plain } from './markdown';
import { documentLines, originText } from './origin';

/** From the order to the avance and the solde, step by step, each with its sources; in Markdown. */
export function computation(montants: Montants, langue: Langue, regulation: Regulation): string {
  const steps = [
    orderStep(montants, regulation, langue),
    ...ceilingSteps(montants, langue),
    ...paymentSteps(montants, langue),
  ];
  const documents = documentLines(valeursDerriere(montants), regulation, langue);
  return [
    `**${translate(langue, 'survol.calcul')}**`,
    steps
      .filter((step) => step !== '')
      .map((step) => `- ${step}`)
      .join('\n'),
    documents.join('\\\n'),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function orderStep({ ht, taux, ttc }: Montants, { enonces }: Regulation, langue: Langue): string {
  if (!ht || taux === undefined) return translate(langue, 'survol.commande.illisible');
  const rule = enonces.get('tva.mentions-du-bon-de-commande');
  const expected = ttcOf(ht.cents, taux);
  const step = translate(langue, 'survol.commande', {
    ht: amountText(ht.cents, langue),
    taux: rateText(taux, langue),
    ttc: amountText(expected, langue),
  });
  const differs = ttc !== undefined && ttc.cents !== expected;
  const written = differs
    ? ` ${translate(langue, 'survol.commande.autre', { ttc: amountText(ttc.cents, langue) })}`
    : '';
  return step + originText(rule ? [rule] : [], langue) + written;
}

function ceilingSteps({ plafond, ht, ecart }: Montants, langue: Langue): string[] {
  if (plafond.type !== 'montant') {
    const why = whyNoPlafond(plafond);
    return why ? [plain(say(langue, why))] : [];
  }
  const { ht: bound, calcul } = plafond;
  const merged = fusionText(plafond, langue);
  const steps = [
    ...amountSteps(plafond, langue),
    ...(merged === undefined ? [] : [plain(merged)]),
    ...(calcul ? [otherScale(bound.cents, calcul, langue)] : []),
  ];
  if (!ht || !ecart) return steps;
  const gap = translate(langue, ecart.cents < 0n ? 'survol.ecart.depasse' : 'survol.ecart', {
    plafond: amountText(plafond.ht.cents, langue),
    ht: amountText(ht.cents, langue),
    ecart: amountText(ecart.cents, langue),
  });
  return [
    ...steps,
    gap +
      originText(
        ecart.sur.filter((value) => !plafond.ht.sur.includes(value)),
        langue,
      ),
  ];
}

/** The side that the scale or the base gives, then the other one. */
function amountSteps(plafond: PlafondConnu, langue: Langue): string[] {
  const { deduit, taux } = plafond;
  const [given, other] = deduit === 'HT' ? [plafond.ttc, plafond.ht] : [plafond.ht, plafond.ttc];
  const [own, its] = deduit === 'HT' ? ['TTC', 'HT'] : ['HT', 'TTC'];
  const montant = `${amountText(other.cents, langue)} ${its}`;
  return [
    translate(langue, 'survol.plafond', { calcul: scaleText(plafond, own, langue) }) +
      originText(given.sur, langue),
    deduit === undefined
      ? translate(langue, 'survol.plafond.publie', { montant })
      : translate(langue, 'survol.plafond.deduit', { montant, taux: rateText(taux, langue) }) +
        originText(
          other.sur.filter((value) => !given.sur.includes(value)),
          langue,
        ),
  ];
}

/** The base stands; that the user's own scale gives another amount is told. */
function otherScale(bound: bigint, { held, ht }: Calcul, langue: Langue): string {
  const params = { calcul: amountText(ht, langue), ecart: amountText(bound - ht, langue) };
  return translate(langue, 'survol.plafond.autre-bareme', params) + originText([held], langue);
}

/** `860,00 € + 5 × 344,00 € = 2 580,00 € TTC`, the amount alone, or how many establishments it adds up. */
function scaleText({ held, lignes, nombre, ht, ttc }: PlafondConnu, taxe: string, langue: Langue): string {
  const montant = `${amountText((taxe === 'HT' ? ht : ttc).cents, langue)} ${taxe}`;
  const formule = held?.value;
  if (lignes.length > 1) return translate(langue, 'survol.plafond.somme', { montant, nombre: lignes.length });
  if (formule?.type !== 'forfait-plus-unite' || nombre === undefined) return montant;
  const [fixe, parUnite] = [formule.fixe, formule.parUnite].map((text) => readCents(text)?.cents ?? 0n);
  return `${amountText(fixe ?? 0n, langue)} + ${nombre} × ${amountText(parUnite ?? 0n, langue)} = ${montant}`;
}

function paymentSteps(montants: Montants, langue: Langue): string[] {
  const { paye, parts, partsReduites, estReduite, avance, solde } = montants;
  const why = whyNoAvance(montants);
  if (why || !paye || !parts) return why ? [plain(say(langue, why))] : [];
  const total = `${amountText(paye.total.cents, langue)} ${paye.taxe}`;
  const reduced = partsReduites && {
    part: partsReduites.avance.value ?? '',
    sources: partsReduites.avance.source.join(', '),
  };
  const applied = estReduite && {
    part: parts.avance.value ?? '',
    sources: sourcesOf([parts.avance]).join(', '),
  };
  return [
    translate(langue, paye.taxe === 'TTC' ? 'survol.paye.ttc' : 'survol.paye.ht') +
      originText(paye.total.sur, langue),
    translate(langue, 'survol.avance', {
      part: parts.avance.value ?? '',
      total,
      avance: montantText(avance, langue),
    }) + originText([parts.avance], langue),
    translate(langue, 'survol.solde', {
      total,
      avance: montantText(avance, langue),
      solde: montantText(solde, langue),
      part: parts.solde.value ?? '',
    }) + originText([parts.solde], langue),
    ...(applied ? [plain(translate(langue, 'montants.avance.reduite-ici', applied))] : []),
    ...(reduced ? [plain(translate(langue, 'montants.avance.reduite', reduced))] : []),
  ];
}
