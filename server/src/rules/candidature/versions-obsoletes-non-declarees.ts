import type { Candidature } from '../../dossier/candidature/candidature';
import type { VersionsObsoletes } from '../../dossier/candidature/solution';
import { candidatureRule, type RuleFix } from '../rule';
import { isReferenced } from './dossier-complet';
import { writeChamp } from './write-champ';

/** V03: obsolete versions are declared even when there are none, or the ASP never hears of the referencing. */
export const versionsObsoletesNonDeclarees = candidatureRule<VersionsObsoletes>({
  code: 'versions-obsoletes-non-declarees',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['V03'],
  sources: ['S2'],
  detect: (candidature) => {
    const { versionsObsoletes } = candidature;
    const { bloc, declaration } = versionsObsoletes;
    const isMissing = bloc.existe && declaration.valeur === undefined && !declaration.illisible;
    // A day says that it was declared, if not what.
    const isDated = versionsObsoletes.dateDeclaration.node?.kind === 'string';
    return isMissing && !isDated && isDue(candidature) ? [versionsObsoletes] : [];
  },
  where: ({ declaration }) => declaration.place,
  wording: () => ({}),
  fix: fixesOf,
});

/** The declaration goes with the referencing, on which a definitive enrolment rests. */
function isDue(candidature: Candidature): boolean {
  const { type, dateDepot } = candidature.enrolement;
  return isReferenced(candidature) || (type.valeur === 'DEFINITIF' && dateDepot.valeur !== undefined);
}

/** What the lists beside it tell; charges for versions that are listed nowhere leave the answer open. */
function fixesOf({ declaration, versions, rattrapagesPayants }: VersionsObsoletes): RuleFix[] {
  const isNone = [versions, rattrapagesPayants].every(
    ({ elements, illisible }) => elements.length === 0 && !illisible,
  );
  if (isNone) return [{ kind: 'unsafe', suffix: 'aucune', edits: writeChamp(declaration, '"AUCUNE"') }];
  if (versions.elements.length === 0) return [];
  return [{ kind: 'unsafe', suffix: 'liste', edits: writeChamp(declaration, '"LISTE"') }];
}
