import { translate, type Langue, type MessageKey } from '../messages/catalogue';
import { formatJour } from '../regulation/calendar-date';
import type { Etape as Stage } from '../formats/format';
import { deadlines, type Echeance, type Moment } from '../regulation/deadlines';
import type { Etape } from '../regulation/etapes';
import type { EpochMinutes } from '../regulation/paris-time';
import type { Regulation } from '../regulation/regulation';

/** The desk of a SONS at a moment, in a few words. */
export interface DeskState {
  /** Closed for certain: never offered as open. */
  readonly ferme: boolean;
  /** "ouvert jusqu'au 10/11/2026". */
  readonly texte: string;
}

/** A stage whose files go to a desk. */
export type DeskStage = Exclude<Stage, 'candidature'>;

/** What stands between the desk and its requests, by the stage of a file. */
const STAGES: Readonly<Record<DeskStage, { opening: Etape; closing: readonly Etape[] }>> = {
  avance: { opening: 'avance-ouverture', closing: ['avance-fin', 'commandes-fin'] },
  solde: { opening: 'solde-ouverture', closing: ['solde-fin'] },
};

interface Dated extends Echeance {
  readonly moment: Moment;
}

/** The desk that takes the requests of a stage (`avance`, `solde`) of a SONS. */
export function deskState(
  sons: string,
  stage: DeskStage,
  { now, regulation }: { readonly now: EpochMinutes; readonly regulation: Regulation },
  langue: Langue,
): DeskState {
  const steps = STAGES[stage];
  const dated = deadlines(sons, now, regulation).filter((one): one is Dated => one.moment !== undefined);
  const opening = dated.find(({ etape }) => etape === steps.opening);
  const closings = dated.filter(({ etape }) => steps.closing.includes(etape));
  // Orders that have ended for certain close the desk too, even where its own end is not known.
  const closed = closings.find(({ etat }) => etat === 'fermé');
  const [key, shown] = closed ? (['ferme', closed] as const) : wordsOf(opening, closings[0], now);
  const params = {
    debut: opening ? formatJour(opening.moment.jour) : '',
    fin: shown ? formatJour(shown.moment.jour) : '',
  };
  return { ferme: closed !== undefined, texte: translate(langue, `guichet.${key}` as MessageKey, params) };
}

type Words = 'ouvert' | 'fin-passee-a-confirmer' | 'a-venir' | 'depuis' | 'jusque' | 'inconnu';

/** Of a desk that is not closed for certain. */
function wordsOf(
  opening: Dated | undefined,
  closing: Dated | undefined,
  now: EpochMinutes,
): readonly [Words | `${'ouvert' | 'a-venir' | 'depuis'}-a-confirmer`, Dated | undefined] {
  if (opening && now < opening.moment.instant) return [orDoubtful('a-venir', opening), closing];
  if (!closing) return [opening ? orDoubtful('depuis', opening) : 'inconnu', undefined];
  if (now >= closing.moment.instant) return ['fin-passee-a-confirmer', closing];
  return [opening ? orDoubtful('ouvert', closing) : 'jusque', closing];
}

function orDoubtful<W extends string>(word: W, { etat }: Echeance): W | `${W}-a-confirmer` {
  return etat === 'douteux' ? `${word}-a-confirmer` : word;
}
