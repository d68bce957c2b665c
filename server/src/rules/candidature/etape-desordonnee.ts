import type { Champ } from '../../dossier/candidature/bloc';
import type { Candidature } from '../../dossier/candidature/candidature';
import type { EtapeConvergence } from '../../dossier/candidature/parcours';
import { STATUTS_ETAPE } from '../../dossier/candidature/vocabulaire';
import { formatJour, type CalendarDate } from '../../regulation/calendar-date';
import { dayCount } from '../../regulation/day-count';
import { candidatureRule } from '../rule';
import { writeChamp } from './write-champ';

/** Two values that the order of the steps contradicts. */
interface Disorder {
  readonly slip: 'statut' | 'validation' | 'depot';
  readonly etape: EtapeConvergence;
  readonly autre: EtapeConvergence;
  readonly champ: Champ<unknown>;
  readonly jour: CalendarDate | undefined;
  readonly autreJour: CalendarDate | undefined;
}

/** C01: the steps in Convergence follow each other: candidature, eligibility, evidence, agreement. */
export const etapeDesordonnee = candidatureRule<Disorder>({
  code: 'etape-desordonnee',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C01'],
  sources: ['S0'],
  detect: ({ etapes }) => [
    ...etapes.flatMap((etape) => filedAfterValidation(etape)),
    ...etapes.slice(1).flatMap((etape, rank) => againstEarlier(etape, etapes.slice(0, rank + 1))),
  ],
  where: ({ champ }) => champ.place,
  wording: ({ slip, etape, autre, jour, autreJour }) => ({
    suffix: slip,
    params: {
      etape: etape.bloc.nom,
      autre: autre.bloc.nom,
      date: jour ? formatJour(jour) : '',
      autreDate: autreJour ? formatJour(autreJour) : '',
    },
  }),
  fix: ({ slip, autre }) => {
    const edits = slip === 'statut' ? writeChamp(autre.statut, '"TERMINEE"') : [];
    return edits.length === 0 ? [] : [{ kind: 'unsafe', edits, params: { autre: autre.bloc.nom } }];
  },
});

function filedAfterValidation(etape: EtapeConvergence): Disorder[] {
  const { dateDepot, dateValidation: champ } = etape;
  const [jour, autreJour] = [champ.valeur, dateDepot.valeur];
  if (!jour || !autreJour || dayCount(jour) >= dayCount(autreJour)) return [];
  return [{ slip: 'depot', etape, autre: etape, champ, jour, autreJour }];
}

/** At most one remark on the states, and one on the dates: one step that is behind explains all the rest. */
function againstEarlier(etape: EtapeConvergence, earlier: Candidature['etapes']): Disorder[] {
  const { statut, dateValidation } = etape;
  const late = earlier.find((other) => isBehind(other, etape));
  const jour = dateValidation.valeur;
  const after = jour && earlier.find((other) => isLater(other.dateValidation.valeur, jour));
  return [
    ...(late
      ? [
          {
            slip: 'statut',
            etape,
            autre: late,
            champ: statut,
            jour: undefined,
            autreJour: undefined,
          } as const,
        ]
      : []),
    ...(after
      ? [
          {
            slip: 'validation',
            etape,
            autre: after,
            champ: dateValidation,
            jour,
            autreJour: after.dateValidation.valeur,
          } as const,
        ]
      : []),
  ];
}

/** A step is finished after those before it, and does not begin before they do. What is unknown is not behind. */
function isBehind({ statut: { valeur: before } }: EtapeConvergence, etape: EtapeConvergence): boolean {
  const { valeur } = etape.statut;
  return (
    before !== undefined &&
    valeur !== undefined &&
    STATUTS_ETAPE.indexOf(before) < STATUTS_ETAPE.indexOf(valeur)
  );
}

function isLater(one: CalendarDate | undefined, other: CalendarDate): boolean {
  return one !== undefined && dayCount(one) > dayCount(other);
}
