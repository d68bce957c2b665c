import type { Candidature } from '../../dossier/candidature/candidature';
import type { Pilote } from '../../dossier/candidature/financement';
import { mayHaveReport, ordersOf } from '../../dossier/candidature/pilotes';
import { dayCount } from '../../regulation/day-count';
import { deadlines } from '../../regulation/deadlines';
import { vagueOf } from '../../regulation/sons';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import type { DossierCircumstances } from '../circumstances';
import { candidatureRule } from '../rule';
import { addItems, type Told } from './add-items';
import { isReferenced } from './dossier-complet';

interface TooFew {
  readonly suffix: 'sans-pv' | 'usages' | 'ouvert';
  readonly place: Span;
  readonly nom: string;
  readonly fait: number;
  readonly attendus: number;
}

/** C14, A06: no solde before three orders that were freely chosen are installed, each with its report. */
export const pilotesInsuffisants = candidatureRule<TooFew>({
  code: 'pilotes-insuffisants',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C14', 'A06'],
  sources: ['S0', 'S3'],
  detect: (candidature, circumstances) => {
    const { sons, pilotes } = candidature;
    const held = circumstances.regulation.nombres.get(`vague-${vagueOf(sons.valeur ?? '') ?? ''}.pilotes`);
    const attendus = held?.value;
    if (!held || isDoubtful(held) || typeof attendus !== 'number' || pilotes.illisible) return [];
    const fait = ordersOf(pilotes.elements.filter(mayHaveReport));
    if (fait >= attendus) return [];
    if (ordersOf(pilotes.elements) < attendus) return notEnough(candidature, circumstances, fait, attendus);
    return pilotes.elements
      .filter((pilote) => isLeftWithoutReport(pilote, circumstances))
      .map((pilote) => ({
        suffix: 'sans-pv',
        place: pilote.procesVerbal.fichier.place,
        nom: pilote.nomStructure.valeur ?? '?',
        fait,
        attendus,
      }));
  },
  where: ({ place }) => place,
  wording: ({ suffix, nom, fait, attendus }) => ({ suffix, params: { nom, fait, attendus } }),
  // The pilots that are still to be named; of one that lacks its report, only the day can be told.
  fix: ({ suffix, attendus }, { pilotes }) => {
    const nombre = attendus - ordersOf(pilotes.elements);
    if (suffix === 'sans-pv' || nombre <= 0) return [];
    const edits = addItems(
      pilotes,
      Array.from({ length: nombre }, (): Told => ({})),
    );
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits, params: { nombre } }];
  },
});

/** Pilots are work to do until a solde is near: its desk is open, or its clients are counted already. */
function notEnough(
  candidature: Candidature,
  circumstances: DossierCircumstances,
  fait: number,
  attendus: number,
): TooFew[] {
  const { pilotes, usages } = candidature;
  const at = (suffix: TooFew['suffix']): TooFew[] => [
    { suffix, place: pilotes.place, nom: '', fait, attendus },
  ];
  if (pilotes.node === undefined) return [];
  if (usages.elements.length > 0) return at('usages');
  return isReferenced(candidature) && isDeskOpen(candidature, circumstances) ? at('ouvert') : [];
}

function isDeskOpen({ sons }: Candidature, { now, regulation }: DossierCircumstances): boolean {
  if (now === undefined) return false;
  const opening = deadlines(sons.valeur ?? '', now, regulation).find(
    ({ etape }) => etape === 'solde-ouverture',
  );
  return opening?.etat === 'ouvert';
}

/** The report is made when the software is installed: missing from the next day on. */
function isLeftWithoutReport(pilote: Pilote, { today }: DossierCircumstances): boolean {
  const jour = pilote.dateInstallation.valeur;
  return (
    !mayHaveReport(pilote) && jour !== undefined && today !== undefined && dayCount(jour) < dayCount(today)
  );
}
