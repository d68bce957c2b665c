import { candidatureOf } from '../../dossier/candidature/candidature';
import { DATE_ROLES, type Role } from '../../formats/roles';
import { translate } from '../../messages/catalogue';
import { formatJour } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { parisTime } from '../../regulation/paris-time';
import { dateLimite, limiteWords, type Jalon } from '../../rules/candidature/date-limite';
import { matchedValue } from '../place';
import type { ValueContext } from './context';
import type { Proposal } from './proposal';
import { textValue } from './text-value';
import type { Desks } from './whole-file';

/** Days that are still to come: today would be none of them. */
const TO_COME: readonly Role[] = ['date-expiration', 'date-retour-prevue'];

/** The date of the SONS that is the last day of another: by the block that it stands in, then by its own role. */
const LAST_DAYS: Partial<Record<Role, Partial<Record<Role, Jalon>>>> = {
  'etape-depot': { 'date-depot': 'date-1' },
  'etape-eligibilite': { 'date-depot': 'date-1' },
  'etape-preuves': { 'date-depot': 'date-2', 'date-dossier-complet': 'date-2' },
  profil: { 'date-ajout': 'date-2' },
  chapitre: { 'date-depot': 'date-3' },
  preuve: { 'date-depot': 'date-3', 'date-dernier-depot': 'date-3' },
  enrolement: { 'date-depot': 'avance-fin' },
  intrusion: { 'date-premier-rapport': 'date-2', 'date-rapport-corrige': 'date-3' },
};

/** Days for a date of a manifest: today, and the last one that the texts admit; what is too late comes behind. */
export function dateProposals(context: ValueContext, { now, regulation, langue }: Desks): Proposal[] {
  const { role } = context.shape;
  if (role === undefined || !DATE_ROLES.includes(role)) return [];
  const today = now === undefined || TO_COME.includes(role) ? undefined : parisTime(now).jour;
  const jalon = lastDayOf(context, role);
  const limite = jalon && dateLimite(candidatureOf(context.part), jalon, { regulation, now });
  const asToday = today ? [textValue(formatJour(today), translate(langue, 'completion.aujourd-hui'))] : [];
  if (!jalon || !limite) return asToday;
  const { suffix, params } = limiteWords(limite);
  const words = { rang: jalon === 'avance-fin' ? '4' : jalon.slice(-1), source: params.source };
  const asLast = textValue(formatJour(limite.jour), translate(langue, `completion.jalon.${suffix}`, words));
  const isLate = today !== undefined && dayCount(today) > dayCount(limite.jour);
  return isLate ? [asLast, ...asToday] : [...asToday, asLast];
}

function lastDayOf({ part, node }: ValueContext, role: Role): Jalon | undefined {
  const block = matchedValue(part, node)?.shape.role;
  return block && LAST_DAYS[block]?.[role];
}
