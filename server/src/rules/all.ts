import type { DossierRule, PartRule, RuleMeta } from './rule';
import { baliseManquante } from './structure/balise-manquante';

/** Rules that read one fragment at a time, in the order in which findings of one place are shown. */
export const PART_RULES: readonly PartRule[] = [baliseManquante];

/** Rules that need the whole file. */
export const DOSSIER_RULES: readonly DossierRule[] = [];

export const ALL_RULES: readonly RuleMeta[] = [...PART_RULES, ...DOSSIER_RULES];
