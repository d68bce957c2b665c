import type { Message } from '../../messages/catalogue';
import { messageOf, type Rapport } from './rapport';

/** A report as sentences: figures first, then each row with something to tell. */
export interface RapportMessages {
  /** Rows read, kept, left aside… one sentence a figure. */
  readonly chiffres: readonly Message[];
  readonly generales: readonly Message[];
  readonly refus: readonly Message[];
  readonly remarques: readonly Message[];
}

export function rapportMessages(rapport: Rapport): RapportMessages {
  const { lues, retenues, reunies, zerosRestitues, refus, remarques, generales } = rapport;
  const figures = [
    ['base.rapport.lues', lues],
    ['base.rapport.retenues', retenues],
    ['base.rapport.reunies', reunies],
    ['base.rapport.refusees', refus.length],
    ['base.rapport.zeros', zerosRestitues],
    ['base.rapport.remarques', remarques.length],
  ] as const;
  const always = 2;
  return {
    chiffres: figures
      .filter(([, nombre], rank) => rank < always || nombre > 0)
      .map(([key, nombre]) => ({ key, params: { nombre } })),
    generales,
    refus: refus.map(messageOf),
    remarques: remarques.map(messageOf),
  };
}
