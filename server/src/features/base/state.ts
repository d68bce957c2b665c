import { say, translate, type Langue, type Message } from '../../messages/catalogue';
import type { Base } from '../../registry/base';

/** What the status item tells of the base of eligible establishments. */
export interface BaseState {
  readonly texte: string;
  readonly detail: string;
  /** Something is to be put right. */
  readonly alerte: boolean;
}

/** What is known of the base around a file. */
interface BaseFacts {
  readonly base: Base | undefined;
  readonly isReading: boolean;
  /** Why the file that is asked for is not the one in force. */
  readonly refus: Message | undefined;
}

export function baseState({ base, isReading, refus }: BaseFacts, langue: Langue): BaseState {
  const why = refus && say(langue, refus);
  if (base) return loadedState(base, why, langue);
  if (why !== undefined) {
    return { texte: translate(langue, 'etat.base.refusee'), detail: why, alerte: true };
  }
  if (isReading) return { texte: translate(langue, 'base.lecture'), detail: '', alerte: false };
  return {
    texte: translate(langue, 'etat.base.aucune'),
    detail: translate(langue, 'etat.base.aucune.detail'),
    alerte: false,
  };
}

function loadedState({ source, size }: Base, why: string | undefined, langue: Langue): BaseState {
  const nombre = new Intl.NumberFormat(langue).format(size);
  return {
    texte: translate(langue, size === 1 ? 'etat.base.un' : 'etat.base', { nombre }),
    detail: why === undefined ? source.fichier : [why, translate(langue, 'etat.base.precedente')].join(' '),
    alerte: why !== undefined,
  };
}
