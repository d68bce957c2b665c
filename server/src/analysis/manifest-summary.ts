import { candidatureOf } from '../dossier/candidature/candidature';
import { manifesteVoisin, type ManifesteVoisin } from '../dossier/candidature/manifeste-voisin';
import { avancementOf, type Avancement } from '../dossier/candidature/jalons';
import { fusionsEcrites } from '../dossier/candidature/fusions-ecrites';
import { fusionsEnsemble, type Fusions } from '../dossier/fusions';
import type { CalendarDate } from '../regulation/calendar-date';
import type { DossiersComplets } from '../regulation/complete-file';
import { analyse } from './analyse';

/** What the files beside a manifest take from it. */
export interface ManifestSummary extends ManifesteVoisin {
  readonly sons: string;
  readonly avancement: Avancement;
  readonly dossierComplet: CalendarDate | undefined;
  readonly fusions: Fusions;
}

/** Reads the text of a manifest; undefined for another file, and where the SONS is not told. */
export function manifestSummary(name: string, text: string): ManifestSummary | undefined {
  const enveloppe = analyse({ name, text }).dossier?.enveloppe;
  if (enveloppe?.kind !== 'candidature') return undefined;
  const candidature = candidatureOf(enveloppe);
  const sons = candidature.sons.valeur;
  if (sons === undefined) return undefined;
  return {
    sons,
    avancement: avancementOf(candidature),
    dossierComplet: candidature.dateDossierComplet.valeur,
    fusions: fusionsEcrites(candidature, name),
    ...manifesteVoisin(candidature),
  };
}

/** The only manifest of a SONS among some; two of them leave open whose word counts. */
export function onlyOf(sons: string, all: readonly ManifestSummary[]): ManifestSummary | undefined {
  const [one, ...others] = all.filter((summary) => summary.sons === sons);
  return others.length === 0 ? one : undefined;
}

/** The days of complete files: a manifest's own wins over a setting, which is older. */
export function withManifests(
  settings: DossiersComplets,
  manifests: readonly ManifestSummary[],
): DossiersComplets {
  const all = new Map(settings);
  for (const { sons } of manifests) {
    const jour = onlyOf(sons, manifests)?.dossierComplet;
    if (jour) all.set(sons, jour);
  }
  return all;
}

/** The mergers that settings and manifests tell of. Establishments merge for every SONS: any manifest may say so. */
export function withMergers(settings: Fusions, manifests: readonly ManifestSummary[]): Fusions {
  const told = manifests.flatMap(({ fusions }) => fusions);
  return told.length === 0 ? settings : fusionsEnsemble([...settings, ...told]);
}
