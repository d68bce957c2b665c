import type { Candidature } from '../../dossier/candidature/candidature';
import type { Champ } from '../../dossier/candidature/bloc';
import { daysInMonth, formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { isDoubtful } from '../calendrier/cited';
import type { Held } from '../../regulation/sourced';
import { candidatureRule } from '../rule';
import { isDeclaredComplete } from './dossier-complet';

interface Stale {
  readonly suffix: 'depot' | 'aujourdhui';
  readonly champ: Champ<CalendarDate>;
  readonly formulaire: CalendarDate;
  readonly jour: CalendarDate;
  readonly ans: Held<number>;
}

/** C09: the form of the penetration test is less than a year old when the report is filed. */
export const intrusionFormulairePerime = candidatureRule<Stale>({
  code: 'intrusion-formulaire-perime',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['C09'],
  sources: ['W26', 'W27', 'W65'],
  detect: (candidature, { regulation, today }) => {
    const champ = candidature.intrusion.dateFormulaire;
    const formulaire = champ.valeur;
    const ans = regulation.nombres.get('intrusion.formulaire');
    const filed = formulaire && filedWith(formulaire, candidature);
    const jour = filed ?? (isDeclaredComplete(candidature) ? undefined : today);
    if (!formulaire || !jour || typeof ans?.value !== 'number') return [];
    if (dayCount(jour) < dayCount(yearsAfter(formulaire, ans.value))) return [];
    return [{ suffix: filed ? 'depot' : 'aujourdhui', champ, formulaire, jour, ans }];
  },
  where: ({ champ }) => champ.place,
  doubtful: ({ ans }) => isDoubtful(ans),
  wording: ({ suffix, formulaire, jour }) => ({
    suffix,
    params: { formulaire: formatJour(formulaire), date: formatJour(jour) },
  }),
});

/** The first report that this form can have come with. */
function filedWith(formulaire: CalendarDate, { intrusion }: Candidature): CalendarDate | undefined {
  return [intrusion.datePremierRapport.valeur, intrusion.dateRapportCorrige.valeur].find(
    (jour) => jour !== undefined && dayCount(jour) >= dayCount(formulaire),
  );
}

/** The same day so many years later; of a 29th of February, the 28th where there is no other. */
function yearsAfter({ year, month, day }: CalendarDate, ans: number): CalendarDate {
  const later = year + ans;
  return { year: later, month, day: Math.min(day, daysInMonth(later, month)) };
}
