import validate, { type SegurSettings } from '../generated/validate-segur-settings';

/** The base of eligible establishments as `.segur/segur.json` names it: a file, and how it is to be read. */
export type BaseSetting = NonNullable<SegurSettings['base']>;

/** What `base` says in settings of which the rest may be wrong; undefined where it is not there or cannot be read. */
export function readBaseSetting(settings: unknown): BaseSetting | undefined {
  if (typeof settings !== 'object' || settings === null || !('base' in settings)) return undefined;
  const alone = { base: settings.base };
  return validate(alone) ? alone.base : undefined;
}
