import type { Champ } from '../../dossier/candidature/bloc';
import type { Regulation } from '../../regulation/regulation';
import type { Sourced } from '../../regulation/sourced';
import { isDoubtful } from '../calendrier/cited';
import { candidatureRule } from '../rule';

interface TooMany {
  readonly suffix: 'eleves' | 'moyens';
  readonly champ: Champ<number>;
  readonly nombre: number;
  readonly most: Sourced<number> & { readonly value: number };
}

/** C09: no point of high severity is KO, and ten of medium severity at most. */
export const intrusionKo = candidatureRule<TooMany>({
  code: 'intrusion-ko',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C09'],
  sources: ['S0', 'W26', 'W27', 'W65'],
  detect: ({ intrusion: { koEleves, koMoyens } }, { regulation }) => [
    ...tooMany('eleves', koEleves, regulation),
    ...tooMany('moyens', koMoyens, regulation),
  ],
  where: ({ champ }) => champ.place,
  doubtful: ({ most }) => isDoubtful(most),
  wording: ({ suffix, nombre, most }) => ({ suffix, params: { nombre, plafond: most.value } }),
});

function tooMany(suffix: TooMany['suffix'], champ: Champ<number>, { nombres }: Regulation): TooMany[] {
  const most = nombres.get(`intrusion.ko-${suffix}`);
  const value = most?.value ?? null;
  const nombre = champ.valeur;
  if (!most || value === null || nombre === undefined || nombre <= value) return [];
  return [{ suffix, champ, nombre, most: { ...most, value } }];
}
