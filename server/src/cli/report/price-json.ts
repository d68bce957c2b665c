import type { BeneficiaireLabel } from '../../dossier/beneficiaire';
import type { Chiffre } from '../../dossier/chiffre';
import type { PricedDemande } from '../../dossier/montants-table';
import { sourceTexts, whyNoAvance, whyNoPlafond } from '../../dossier/montants-words';
import type { PlafondConnu } from '../../dossier/plafond';
import { totauxOf, type Somme, type Total } from '../../dossier/totaux';
import type { Message } from '../../messages/catalogue';
import { formatEuros } from '../../regulation/cents';
import type { Voice } from '../voice';
import { jsonText } from './json-text';
import type { PricedFile } from './price-report';

/** One object, one request a line. Amounts are decimal texts, for a double would lose cents; null is unknown. */
export function pricesAsJson(files: readonly PricedFile[], voice: Voice): string {
  const all = files.flatMap(({ file, demandes }) => demandes.map((one) => record(file.path, one, voice)));
  const totals = totauxOf(files.flatMap(({ demandes }) => demandes.map(({ montants }) => montants)));
  return `{\n"requests": ${list(all)},\n"totals": ${list(totals.map(totalRecord))}\n}\n`;
}

function list(records: readonly unknown[]): string {
  return records.length === 0 ? '[]' : `[\n${records.map((record) => jsonText(record)).join(',\n')}\n]`;
}

function record(file: string, { rang, isKo, montants }: PricedDemande, voice: Voice): unknown {
  const { beneficiaire, plafond, parts, taux } = montants;
  const ceiling = plafond.type === 'montant' ? plafond : undefined;
  const why = (message: Message | undefined): string | null => (message ? voice.message(message) : null);
  return {
    file,
    rank: rang + 1,
    demande: montants.reference ?? null,
    sons: montants.sons ?? null,
    prestation: montants.prestation ?? null,
    ...beneficiary(beneficiaire),
    ceilingHT: figure(ceiling?.ht, voice),
    ceilingTTC: figure(ceiling?.ttc, voice),
    ceilingTerms: terms(ceiling, voice),
    ceilingUnknown: why(whyNoPlafond(plafond)),
    orderHT: figure(montants.ht, voice),
    vatRate: taux === undefined ? null : formatEuros(taux),
    orderTTC: figure(montants.ttc, voice),
    paid: montants.paye?.taxe ?? null,
    avanceShare: parts?.avance.value ?? null,
    avance: figure(montants.avance, voice),
    soldeShare: parts?.solde.value ?? null,
    solde: figure(montants.solde, voice),
    avanceUnknown: why(whyNoAvance(montants)),
    gapHT: figure(montants.ecart, voice),
    ok: !isKo,
  };
}

/** The ceilings HT that a merger adds up: whose, how much, and where each stands; null for another ceiling. */
function terms(ceiling: PlafondConnu | undefined, voice: Voice): unknown {
  if (!ceiling || ceiling.fusions.length === 0) return null;
  const { lignes, termes } = ceiling;
  return lignes.map((ligne, rank) => ({
    number: ligne.value.finess,
    amount: formatEuros(termes[rank] ?? 0n),
    source: sourceTexts([ligne], voice.langue),
  }));
}

function beneficiary({ nom, numero, sorte }: BeneficiaireLabel): object {
  return { beneficiary: nom ?? null, number: numero ?? null, numberKind: sorte ?? null };
}

/** What the file says has no source but the file. */
function figure(chiffre: Chiffre | undefined, voice: Voice): unknown {
  if (!chiffre) return null;
  const { cents, origine, status, sur } = chiffre;
  const amount = formatEuros(cents);
  if (origine === 'lu') return { amount, from: 'file', status: null, source: [] };
  return { amount, from: 'computed', status, source: sourceTexts(sur, voice.langue) };
}

function totalRecord({ sons, prestation, demandes, ...sums }: Total): unknown {
  const sum = ({ cents, inconnus }: Somme): unknown => ({
    amount: inconnus === demandes ? null : formatEuros(cents),
    unknown: inconnus,
  });
  return {
    sons: sons ?? null,
    prestation: prestation ?? null,
    requests: demandes,
    ceilingHT: sum(sums.plafond),
    orderHT: sum(sums.ht),
    orderTTC: sum(sums.ttc),
    avance: sum(sums.avance),
    solde: sum(sums.solde),
  };
}
