import type { Avancement } from '../../dossier/candidature/jalons';
import type { Dossier } from '../../dossier/dossier';
import { translate, type Langue } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import type { DossiersComplets } from '../../regulation/complete-file';
import { deadlines, nextDeadline, type Echeance } from '../../regulation/deadlines';
import { momentText } from '../../regulation/moment-text';
import { parisTime, type EpochMinutes } from '../../regulation/paris-time';
import type { Regulation } from '../../regulation/regulation';
import { allSons, vagueOf } from '../../regulation/sons';
import { etapeWords } from '../../regulation/deadline-words';
import { sonsLabel } from '../sons-label';
import { commandesModel, type Commandes } from './commandes';
import { panelWords, type PanelWords } from './echeances-words';
import { etapeRow, type EtapeRow } from './etape-row';
import { friseOf, type Frise } from './frise';
import { jalonRemark, stillDue } from './jalons-du-manifeste';
import { remaining } from './remaining';

/** All that the panel of deadlines shows, in the user's language: plain data, for a page that only draws it. */
export interface EcheancesModel {
  readonly langue: Langue;
  readonly mots: PanelWords;
  /** `22/11/2026`, in Paris. */
  readonly aujourdhui: string;
  /** The SONS of the file at hand, when it is one of those below. */
  readonly sonsDuFichier: string | null;
  readonly groupes: readonly Groupe[];
  /** The orders of that file; null without one, and without requests. */
  readonly commandes: Commandes | null;
  readonly sons: readonly SonsDates[];
}

/** A wave, for the list of choices. */
export interface Groupe {
  readonly titre: string;
  readonly sons: readonly string[];
}

/** The dates of one SONS. */
export interface SonsDates {
  readonly sons: string;
  readonly libelle: string;
  readonly duFichier: boolean;
  /** The next last day in a sentence, or that none is known. */
  readonly prochaine: string;
  /** The caption of its table. */
  readonly legende: string;
  /** Absent when no date is known. */
  readonly frise: Frise | null;
  readonly etapes: readonly EtapeRow[];
}

/** What is known from outside: the moment, the values in force, the SONS of the file at hand. */
export interface EcheancesInput {
  readonly now: EpochMinutes;
  readonly regulation: Regulation;
  readonly sonsDuFichier: string | undefined;
  /** That file, where it is checked. */
  readonly dossier: Dossier | undefined;
  readonly dossiersComplets: DossiersComplets;
  /** How far the candidature of that SONS is; undefined where no manifest tells. */
  readonly avancement?: Avancement | undefined;
  readonly langue: Langue;
}

/** The panel's data: the SONS of the file first, then the latest wave, as our data order them. */
export function echeancesModel(input: EcheancesInput): EcheancesModel {
  const known = allSons(input.regulation);
  const own = known.find((sons) => sons === input.sonsDuFichier);
  const ordered = own === undefined ? known : [own, ...known.filter((sons) => sons !== own)];
  const today = parisTime(input.now).jour;
  const { dossier } = input;
  const commandes =
    own !== undefined && dossier ? commandesModel({ ...input, dossier, sons: own, today }) : null;
  return {
    langue: input.langue,
    mots: panelWords(input.langue, own),
    aujourdhui: formatJour(today),
    sonsDuFichier: own ?? null,
    groupes: groupsOf(known, input.langue),
    commandes: commandes?.model ?? null,
    sons: ordered.map((sons) =>
      sonsDates(sons, sons === own ? { jours: commandes?.jours ?? [] } : null, input),
    ),
  };
}

/** `file`: the orders of the file at hand, where the SONS is its own. */
function sonsDates(
  sons: string,
  file: { readonly jours: readonly CalendarDate[] } | null,
  input: EcheancesInput,
): SonsDates {
  const { now, regulation, langue } = input;
  const echeances = deadlines(sons, now, regulation);
  const avancement = file ? input.avancement : undefined;
  const next = nextDeadline(stillDue(echeances, avancement), now);
  return {
    sons: harmless(sons),
    libelle: harmless(sonsLabel(sons, langue)),
    duFichier: file !== null,
    prochaine: nextSentence(echeances, next, langue),
    legende: translate(langue, 'echeances.legende', { sons: harmless(sons) }),
    frise: friseOf(echeances, now, langue, file?.jours),
    etapes: echeances.map((echeance) => {
      const row = etapeRow(echeance, echeance === next, regulation, langue);
      return { ...row, remarques: [...jalonRemark(echeance, avancement, langue), ...row.remarques] };
    }),
  };
}

function nextSentence(echeances: readonly Echeance[], next: Echeance | undefined, langue: Langue): string {
  if (next?.moment) {
    return translate(
      langue,
      next.etat === 'douteux' ? 'echeances.prochaine.a-confirmer' : 'echeances.prochaine',
      {
        etape: etapeWords(next, { langue }),
        date: momentText(next.moment),
        reste: remaining(next.moment.jours, langue),
      },
    );
  }
  const isKnown = echeances.some(({ moment }) => moment !== undefined);
  return translate(langue, isKnown ? 'echeances.aucune-a-venir' : 'regulation.texte.aucune-connue');
}

function groupsOf(known: readonly string[], langue: Langue): Groupe[] {
  const vagues = [...new Set(known.map(vagueOf))];
  return vagues.map((vague) => ({
    titre:
      vague === undefined
        ? translate(langue, 'echeances.sans-vague')
        : translate(langue, 'echeances.vague', { vague }),
    sons: known.filter((sons) => vagueOf(sons) === vague).map(harmless),
  }));
}
