import { valueOfFile, type Dossier } from '../../dossier/dossier';
import type { Etape } from '../../formats/format';
import { deadlines, type Echeance, type Moment } from '../../regulation/deadlines';
import { formatJour } from '../../regulation/calendar-date';
import type { Span } from '../../syntax/nodes';
import type { DossierCircumstances } from '../circumstances';
import type { Wording } from '../finding';
import { visibleSpan } from '../visible-span';
import { cited, isDoubtful } from './cited';

/** A date of the desk that decides on a whole file. */
export interface Guichet {
  readonly etape: Etape;
  readonly echeance: Echeance & { readonly moment: Moment };
  /** What to underline: the name of the SONS, or the file's first bracket. */
  readonly place: Span;
}

/** The known dates at which the desk of a file, of avances or of soldes, opens or closes; none without the moment. */
export function guichetOf(
  dossier: Dossier,
  cote: 'ouverture' | 'fin',
  { now, regulation }: DossierCircumstances,
): Guichet[] {
  const { format, enveloppe } = dossier;
  const { node = enveloppe.fragment.root, base = 0 } = valueOfFile(dossier, 'sons') ?? {};
  if (now === undefined || node === undefined || format.sons === undefined) {
    return [];
  }
  const { start, end } = visibleSpan(node);
  const place = { start: base + start, end: base + end };
  return deadlines(format.sons, now, regulation).flatMap((echeance) => {
    const { moment } = echeance;
    if (echeance.etape !== `${format.etape}-${cote}` || !moment) return [];
    return [{ etape: format.etape, echeance: { ...echeance, moment }, place }];
  });
}

export function guichetWording({ etape, echeance: { sons, held, moment } }: Guichet): Wording {
  const date = formatJour(moment.jour);
  return {
    suffix: `${etape}-${isDoubtful(held) ? 'a-confirmer' : 'confirme'}`,
    params: { sons, date, heure: moment.heure ?? '24:00', source: cited(held), id: held.id },
  };
}
