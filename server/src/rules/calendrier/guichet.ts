import { valueOfFile, type Dossier } from '../../dossier/dossier';
import { deadlines, type Echeance, type Moment } from '../../regulation/deadlines';
import { formatJour } from '../../regulation/calendar-date';
import type { Etape } from '../../regulation/etapes';
import type { Span } from '../../syntax/nodes';
import type { DossierCircumstances } from '../circumstances';
import type { Wording } from '../finding';
import { visibleSpan } from '../visible-span';
import { cited, isDoubtful } from './cited';

/** A date of the desk that decides on a whole file. */
export interface Guichet {
  readonly echeance: Echeance & { readonly moment: Moment };
  /** What to underline: the name of the SONS, or the file's first bracket. */
  readonly place: Span;
}

/** The dates of these steps that are known, for files of requests for an avance; none without the moment. */
export function guichetOf(
  dossier: Dossier,
  etape: Etape,
  { now, regulation }: DossierCircumstances,
): Guichet[] {
  const { format, enveloppe } = dossier;
  const { node = enveloppe.fragment.root, base = 0 } = valueOfFile(dossier, 'sons') ?? {};
  if (now === undefined || node === undefined || format.sons === undefined || format.etape !== 'avance') {
    return [];
  }
  const { start, end } = visibleSpan(node);
  const place = { start: base + start, end: base + end };
  return deadlines(format.sons, now, regulation).flatMap((echeance) => {
    const { moment } = echeance;
    if (echeance.etape !== etape || !moment) return [];
    return [{ echeance: { ...echeance, moment }, place }];
  });
}

export function guichetWording({ echeance: { sons, held, moment } }: Guichet): Wording {
  const date = formatJour(moment.jour);
  return {
    suffix: isDoubtful(held) ? 'a-confirmer' : 'confirme',
    params: { sons, date, heure: moment.heure ?? '24:00', source: cited(held), id: held.id },
  };
}
