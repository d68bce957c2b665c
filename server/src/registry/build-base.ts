import type { Etablissement, SourceDeBase } from './base';
import { fillColumns } from './index/fill-columns';
import { IndexedBase } from './index/indexed-base';
import { finish, type Steps } from './table/steps';

/**
 * Makes a base of establishments, in steps. Of two with one number, the first is kept; one whose number is not that
 * of a FINESS cannot be asked for and is left out (`readBase` has told both).
 */
export function* buildBaseInSteps(
  etablissements: readonly Etablissement[],
  source: SourceDeBase,
): Steps<IndexedBase> {
  return new IndexedBase(source, yield* fillColumns(etablissements));
}

/** The same at once. */
export function buildBase(etablissements: readonly Etablissement[], source: SourceDeBase): IndexedBase {
  return finish(buildBaseInSteps(etablissements, source));
}
