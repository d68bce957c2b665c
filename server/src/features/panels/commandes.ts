import type { Dossier } from '../../dossier/dossier';
import { translate, type Langue, type MessageKey } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import type { DossiersComplets } from '../../regulation/complete-file';
import { dayCount } from '../../regulation/day-count';
import { orderBounds } from '../../regulation/order-bounds';
import type { Regulation } from '../../regulation/regulation';
import { boundsSentences } from '../bornes-words';
import { commandesOf, ISSUES, type Commande, type IssueCommande } from './issue-commande';

/** The orders of the file at hand, held against the dates of its SONS. */
export interface Commandes {
  /** One sentence: how many there are, and what comes of them. */
  readonly resume: string;
  /** The last admissible day, the limit of 120 days, and what is not known of them. */
  readonly bornes: readonly string[];
  /** The gravest first. */
  readonly groupes: readonly GroupeCommandes[];
}

/** The orders of one outcome. */
export interface GroupeCommandes {
  readonly issue: IssueCommande;
  readonly gravite: 'ko' | 'a-verifier' | 'ok';
  readonly texte: string;
  readonly nombre: string;
  /** "12/09/2025 – 03/11/2025"; empty when none can be read. */
  readonly dates: string;
  /** "Afficher les 187 demandes". */
  readonly deplier: string;
  readonly demandes: readonly DemandeDuGroupe[];
  /** "et 40 autres"; empty when all are there. */
  readonly autres: string;
}

export interface DemandeDuGroupe {
  /** From 0, to go there. */
  readonly rang: number;
  readonly texte: string;
  /** For those who hear the button: what it is and where it goes. */
  readonly nom: string;
}

/** What the orders are held against. */
export interface CommandesInput {
  readonly dossier: Dossier;
  readonly sons: string;
  readonly today: CalendarDate;
  readonly regulation: Regulation;
  readonly dossiersComplets: DossiersComplets;
  readonly langue: Langue;
}

const GRAVITES: Readonly<Record<IssueCommande, GroupeCommandes['gravite']>> = {
  'apres-fermeture': 'ko',
  'avant-arrete': 'ko',
  'plus-de-120-jours': 'ko',
  illisible: 'ko',
  'apres-fermeture-a-confirmer': 'a-verifier',
  'avant-arrete-a-confirmer': 'a-verifier',
  'a-venir': 'a-verifier',
  inconnu: 'a-verifier',
  'dans-la-fenetre': 'ok',
};
/** No file that may be submitted has more requests. */
const MOST = 200;
const LONGEST = 40;

/** The section on the orders; null for a file without requests. `jours`: their days, for the timeline. */
export function commandesModel(input: CommandesInput): { model: Commandes; jours: CalendarDate[] } | null {
  const { dossier, sons, regulation, dossiersComplets, today, langue } = input;
  const bounds = orderBounds(sons, dossiersComplets, regulation);
  const all = commandesOf(dossier, bounds, today);
  if (all.length === 0) return null;
  const jours = daysOf(all);
  const groupes = ISSUES.flatMap((issue) => {
    const some = all.filter((one) => one.issue === issue);
    return some.length === 0 ? [] : [groupOf(issue, some, bounds.premier?.held.value ?? '', langue)];
  });
  const model = {
    resume: summaryOf(all, groupes, langue),
    bornes: boundsSentences(bounds, jours[0], regulation, langue),
    groupes,
  };
  return { model, jours };
}

/** `jours`: the limit in days, for the words of the one outcome that speaks of it. */
function groupOf(
  issue: IssueCommande,
  some: readonly Commande[],
  jours: string | number,
  langue: Langue,
): GroupeCommandes {
  const others = some.length - MOST;
  return {
    issue,
    gravite: GRAVITES[issue],
    texte: translate(langue, `echeances.issue.${issue}`, { jours }),
    nombre: count(some.length, langue),
    dates: spread(daysOf(some), langue),
    deplier: translate(langue, 'echeances.commandes.deplier', { nombre: count(some.length, langue) }),
    demandes: some.slice(0, MOST).map((commande) => requestOf(commande, langue)),
    autres:
      others > 0 ? translate(langue, 'echeances.commandes.autres', { nombre: count(others, langue) }) : '',
  };
}

function requestOf({ rang, reference, jour }: Commande, langue: Langue): DemandeDuGroupe {
  const shown = harmless(reference ?? translate(langue, 'echeances.commandes.rang', { rang: rang + 1 }));
  const texte = shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown;
  const date = jour ? formatJour(jour) : translate(langue, 'echeances.date-inconnue');
  return { rang, texte, nom: translate(langue, 'echeances.commandes.aller', { demande: texte, date }) };
}

function summaryOf(all: readonly Commande[], groupes: readonly GroupeCommandes[], langue: Langue): string {
  const key: MessageKey =
    all.length === 1 ? 'echeances.commandes.resume.un' : 'echeances.commandes.resume.plusieurs';
  const detail = groupes.map(({ nombre, texte }) => `${nombre} ${texte}`).join(', ');
  return translate(langue, key, { nombre: count(all.length, langue), detail });
}

/** The first and the last of some days in the order of time; one when they are the same. */
export function spread(jours: readonly CalendarDate[], langue: Langue): string {
  const [first, last] = [jours[0], jours.at(-1)];
  if (!first || !last) return '';
  const [debut, fin] = [formatJour(first), formatJour(last)];
  return debut === fin ? debut : translate(langue, 'echeances.periode', { debut, fin });
}

function daysOf(all: readonly Commande[]): CalendarDate[] {
  return all.flatMap(({ jour }) => (jour ? [jour] : [])).sort((a, b) => dayCount(a) - dayCount(b));
}

function count(nombre: number, langue: Langue): string {
  return new Intl.NumberFormat(langue).format(nombre);
}
