import type { Message } from '../messages/catalogue';
import { misplacedTranche } from './ceiling';
import { parseIsoDay } from './day-count';
import { REGULATION } from './regulation';
import type { RegulationValues } from './values';

/** What a schema cannot see in a user's values: where (a JSON pointer), and what to do about it. */
export interface OverrideProblem {
  readonly pointer: string;
  readonly message: Message;
}

type Group = keyof Omit<RegulationValues, 'sources'>;

const GROUPS: readonly Group[] = ['echeances', 'horaires', 'nombres', 'baremes', 'unicite', 'enonces'];
/** A value under another name than ours would be read by nothing. Dates and scales may be of a SONS that we lack. */
const CLOSED: readonly Group[] = ['horaires', 'nombres', 'unicite', 'enonces'];

/** The first thing to put right in values that their schema accepts. */
export function overrideProblem(values: RegulationValues): OverrideProblem | undefined {
  return (
    GROUPS.flatMap((group) => nameProblems(group, values))[0] ??
    (values.echeances ?? []).flatMap(dayProblems)[0] ??
    (values.baremes ?? []).flatMap(trancheProblems)[0]
  );
}

function nameProblems(group: Group, values: RegulationValues): OverrideProblem[] {
  const ids = (values[group] ?? []).map(({ id }) => id);
  return ids.flatMap((id, rank) => {
    const message = nameProblem(group, id, ids.indexOf(id) < rank);
    return message ? [{ pointer: `/${group}/${rank}/id`, message }] : [];
  });
}

function nameProblem(group: Group, id: string, isSecond: boolean): Message | undefined {
  if (isSecond) return { key: 'regulation.probleme.double', params: { id } };
  if (!CLOSED.includes(group) || REGULATION[group].has(id)) return undefined;
  const connus = [...REGULATION[group].keys()].join(', ');
  return { key: 'regulation.probleme.id-inconnu', params: { id, connus } };
}

function dayProblems(
  { value }: NonNullable<RegulationValues['echeances']>[number],
  rank: number,
): OverrideProblem[] {
  if (value === null || parseIsoDay(value.slice(0, 10))) return [];
  const message: Message = { key: 'regulation.probleme.jour', params: { valeur: value } };
  return [{ pointer: `/echeances/${rank}/value`, message }];
}

function trancheProblems(
  { value }: NonNullable<RegulationValues['baremes']>[number],
  rank: number,
): OverrideProblem[] {
  const tranche = value?.type === 'affine-par-tranches' ? misplacedTranche(value) : undefined;
  if (!tranche) return [];
  const message: Message = { key: 'regulation.probleme.tranches', params: { debut: tranche.aPartirDe } };
  return [{ pointer: `/baremes/${rank}/value/tranches`, message }];
}
