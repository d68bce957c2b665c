import { sourcesOf } from '../../dossier/chiffre';
import type { Montants } from '../../dossier/montants';
import type { PricedDemande } from '../../dossier/montants-table';
import {
  beneficiaireText,
  fichierText,
  fusionText,
  montantText,
  sharesText,
  whyNoAvance,
  whyNoPlafond,
} from '../../dossier/montants-words';
import type { PlafondConnu } from '../../dossier/plafond';
import { totauxOf, type Somme, type Total } from '../../dossier/totaux';
import type { Message } from '../../messages/catalogue';
import { amountText } from '../../messages/quantity';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import type { PricedFile } from './price-report';
import { harmless, styleFor, wrap, type Style } from './style';
import { tableLines } from './table';
import { verdictLines } from './verdict-lines';

const INDENT = '  ';
/** Longer texts are cut: a request is one line. */
const LONGEST = 28;

/** For a person: a table a file, under it what could not be known and why, then the totals. */
export function prettyPrices(files: readonly PricedFile[], voice: Voice, terminal: Terminal): string {
  const style = styleFor(terminal.colours);
  const all = files.flatMap(({ demandes }) => demandes.map(({ montants }) => montants));
  const lines = [
    ...files.flatMap((file) => [...fileLines(file, voice, style, terminal.width), '']),
    ...(all.length === 0 ? [] : totalLines(totauxOf(all), voice, style)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function fileLines(
  { file, demandes }: PricedFile,
  voice: Voice,
  style: Style,
  width: number | undefined,
): string[] {
  const [head = '', ...rows] = tableLines(
    [
      [
        voice.say('cli.price.demande'),
        voice.say('cli.price.beneficiaire'),
        voice.say('cli.price.plafond-ht'),
        voice.say('cli.price.ht'),
        voice.say('cli.price.ttc'),
        voice.say('cli.price.avance'),
        voice.say('cli.price.solde'),
        voice.say('cli.price.ecart'),
      ],
      ...demandes.map((one) => cells(one, voice)),
    ],
    2,
  );
  const states = demandes.map(({ isKo }) =>
    isKo ? style.red(voice.say('plan.ko')) : style.green(voice.say('plan.ok')),
  );
  const notes = notesOf(demandes, voice).flatMap((note) =>
    wrap(note, width === undefined ? undefined : width - INDENT.length),
  );
  return [
    `${style.bold(harmless(file.path))} ${style.dim(file.format)}`,
    ...(rows.length === 0 ? [] : [INDENT + style.dim(head)]),
    ...rows.map((row, rank) => `${INDENT}${row}  ${states[rank] ?? ''}`),
    ...[...verdictLines(file, voice), ...notes].map((line) => INDENT + line),
  ];
}

function cells({ rang, montants }: PricedDemande, voice: Voice): string[] {
  const { plafond, ht, ttc, avance, solde, ecart } = montants;
  const figures = [plafond.type === 'montant' ? plafond.ht : undefined, ht, ttc, avance, solde, ecart];
  return [
    short(montants.reference ?? voice.say('cli.demande.rang', { rang: rang + 1 })),
    short(beneficiaireText(montants.beneficiaire) ?? voice.say('montants.inconnu')),
    ...figures.map((figure) => montantText(figure, voice.langue)),
  ];
}

/** How the figures were found, or why they were not: each sentence once. */
function notesOf(demandes: readonly PricedDemande[], voice: Voice): string[] {
  const said = demandes.flatMap(({ montants }) => [
    ...sharesNotes(montants, voice),
    ...[whyNoPlafond(montants.plafond), whyNoAvance(montants)].flatMap((why: Message | undefined) =>
      why ? [voice.message(why)] : [],
    ),
  ]);
  return [...new Set(said)].map(harmless);
}

function sharesNotes({ parts, partsReduites, estReduite, paye, plafond }: Montants, voice: Voice): string[] {
  const notes: string[] = [];
  if (plafond.type === 'montant') {
    notes.push(ceilingNote(plafond, voice));
    const merged = fusionText(plafond, voice.langue);
    if (merged !== undefined) notes.push(merged);
  }
  if (parts && paye) {
    notes.push(sharesText(parts, estReduite, paye.taxe, voice.langue));
  }
  if (partsReduites) {
    notes.push(
      voice.say('montants.avance.reduite', {
        part: partsReduites.avance.value ?? '',
        sources: sourcesOf([partsReduites.avance]).join(', '),
      }),
    );
  }
  return notes;
}

/** Of the base, its file is told once; each row stands in the other formats. */
function ceilingNote({ lignes, held, ht }: PlafondConnu, voice: Voice): string {
  const lieu = lignes[0]?.lieu;
  if (lieu) return voice.say('cli.price.plafond-base', { fichier: fichierText(lieu) });
  const sources = sourcesOf(held ? [held] : ht.sur).join(', ');
  return voice.say('cli.price.plafond-source', { sources });
}

function totalLines(totaux: readonly Total[], voice: Voice, style: Style): string[] {
  const sums = ({ plafond, ht, ttc, avance, solde }: Total): Somme[] => [plafond, ht, ttc, avance, solde];
  const isPartial = totaux.some((total) =>
    sums(total).some(({ inconnus }) => inconnus > 0 && inconnus < total.demandes),
  );
  const [head = '', ...rows] = tableLines(
    [
      [
        voice.say('cli.price.sons'),
        voice.say('cli.price.prestation'),
        voice.say('cli.price.demandes'),
        voice.say('cli.price.plafond-ht'),
        voice.say('cli.price.ht'),
        voice.say('cli.price.ttc'),
        voice.say('cli.price.avance'),
        voice.say('cli.price.solde'),
      ],
      ...totaux.map((total) => [
        short(total.sons ?? voice.say('montants.inconnu')),
        short(total.prestation ?? voice.say('montants.inconnu')),
        voice.number(total.demandes),
        ...sums(total).map((somme) => sumText(somme, total.demandes, voice)),
      ]),
    ],
    2,
  );
  return [
    style.bold(voice.say('cli.price.totaux')),
    INDENT + style.dim(head),
    ...rows.map((row) => INDENT + row),
    ...(isPartial ? [INDENT + voice.say('cli.price.total-partiel')] : []),
  ];
}

function sumText({ cents, inconnus }: Somme, demandes: number, voice: Voice): string {
  if (inconnus === demandes) return voice.say('montants.inconnu');
  return amountText(cents, voice.langue) + (inconnus > 0 ? ' *' : '');
}

function short(text: string): string {
  const line = harmless(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
