import { finessMeant } from './finess';
import type { TYPES_FUSION, MOMENTS_FUSION } from './candidature/vocabulaire';

/** A merger that the users told of, with numbers that can be read: A and B become C, or A absorbs B. */
export interface FusionConnue {
  readonly type: (typeof TYPES_FUSION)[number];
  /** Before or after the request for the avance; undefined where nobody says. */
  readonly moment: (typeof MOMENTS_FUSION)[number] | undefined;
  /** Somebody wrote the day on which it was declared in SEGURNUM. */
  readonly declaree: boolean;
  readonly a: string;
  readonly b: string;
  /** What bears the ceilings of both once they are one: C; A in an absorption. */
  readonly issue: string;
  /** The file in which it is written, without folders. */
  readonly fichier: string;
}

/** The mergers that a file of requests is read with. Compared by identity: the same list while nothing changed. */
export type Fusions = readonly FusionConnue[];

export const NO_MERGER: Fusions = [];

/** A merger as it is written. */
export interface FusionEcrite extends Omit<FusionConnue, 'type' | 'a' | 'b' | 'issue'> {
  readonly type: FusionConnue['type'] | undefined;
  readonly finess: readonly [a: string | undefined, b: string | undefined, c: string | undefined];
}

/** Undefined for one that lacks its kind or one of its numbers: nothing can be concluded from it. */
export function fusionConnue({
  type,
  moment,
  declaree,
  finess,
  fichier,
}: FusionEcrite): FusionConnue | undefined {
  const [a, b, c] = finess.map((text) => finessMeant(text ?? ''));
  const issue = type === 'FUSION_ABSORPTION' ? a : c;
  if (type === undefined || a === undefined || b === undefined || issue === undefined) return undefined;
  const isSound = a !== b && issue !== b && (type === 'FUSION_ABSORPTION' || issue !== a);
  return isSound ? { type, moment, declaree, a, b, issue, fichier } : undefined;
}

/** Mergers of two files that say the same once: the one whose declaration is told stands for both. */
export function fusionsEnsemble(all: Fusions): Fusions {
  const byNumbers = new Map<string, FusionConnue>();
  for (const fusion of all) {
    const key = [fusion.type, ...membres(fusion)].join(' ');
    const known = byNumbers.get(key);
    if (!known || (!known.declaree && fusion.declaree)) byNumbers.set(key, fusion);
  }
  return [...byNumbers.values()];
}

/** The numbers of a merger, each once: A, B and, in an acquisition, C. */
export function membres({ a, b, issue }: FusionConnue): readonly string[] {
  return [...new Set([a, b, issue])];
}

/** The mergers that name this FINESS. */
export function fusionsDe(finess: string, fusions: Fusions): Fusions {
  return fusions.filter((fusion) => membres(fusion).includes(finess));
}

/** The merger by which one establishment became another; undefined where nobody told of one. */
export function fusionEntre(avant: string, apres: string, fusions: Fusions): FusionConnue | undefined {
  return fusions.find(
    ({ a, b, issue }) => issue === apres && avant !== apres && (avant === a || avant === b),
  );
}

/** The merger that a FINESS was made by: it is in no base, and eligible all the same. */
export function naissanceDe(finess: string, fusions: Fusions): FusionConnue | undefined {
  return fusions.find(({ type, issue }) => type === 'FUSION_ACQUISITION' && issue === finess);
}

/** The establishments whose ceilings make up the one of a FINESS, and the mergers that join them. */
export interface Reunion {
  readonly finess: readonly string[];
  readonly fusions: Fusions;
}

/**
 * Whose ceilings the request of a FINESS has: its own, and by the mergers that are declared those of the
 * others. Mergers follow one another: A and B made C, and C absorbed D.
 */
export function reunionDe(finess: string, fusions: Fusions): Reunion {
  const numbers = new Set([finess]);
  const joining = new Set<FusionConnue>();
  // A set that grows while it is read: its new members are read in turn.
  for (const number of numbers) {
    for (const fusion of fusions.filter((one) => one.declaree && sharesIn(number, one))) {
      joining.add(fusion);
      for (const membre of membres(fusion)) numbers.add(membre);
    }
  }
  const made = new Set(
    [...joining].map((fusion) => (fusion.type === 'FUSION_ACQUISITION' ? fusion.issue : '')),
  );
  const own = [...numbers].filter((number) => !made.has(number));
  return { finess: own.sort(), fusions: [...joining] };
}

/** After the avance, the requests of A and B were priced before they were one: only what came out of it bears the sum. */
function sharesIn(finess: string, fusion: FusionConnue): boolean {
  return fusion.moment === 'APRES_AVANCE' ? fusion.issue === finess : membres(fusion).includes(finess);
}
