import { perPart } from '../../dossier/per-part';
import { DATE_ROLES } from '../../formats/roles';
import { textsOf } from '../texts-of';

/** The dates of a part, as they are written; several rules read them. */
export const datesIn = perPart((part) => textsOf(part, ...DATE_ROLES));
