import { readSeverities } from '../analysis/severities';
import type { Langue } from '../messages/catalogue';
import { resolveLangue } from '../messages/langue';
import type { RuleSettings } from '../rules/run';
import type { Settings } from './protocol';

/** The user's settings, understood; what cannot be read counts as not set. */
export interface ReadSettings {
  readonly langue: Langue;
  readonly regles: RuleSettings;
  /** A line of text above each request. */
  readonly lentilles: boolean;
  /** Words in the lines, beside amounts. */
  readonly indications: boolean;
  /** Files that are not open are read too. */
  readonly dossierEntier: boolean;
  /** Path of the base of eligible establishments. */
  readonly base: string | undefined;
}

/** `locale` is the editor's own language, asked for with `segur.langue: auto`. */
export function readSettings(written: Settings | null | undefined, locale: string | undefined): ReadSettings {
  return {
    langue: resolveLangue(written?.langue, locale),
    regles: readSeverities(written ?? {}),
    lentilles: written?.lentilles !== false,
    indications: written?.indications !== false,
    dossierEntier: written?.dossierEntier !== false,
    base: readBasePath(written),
  };
}

/** The base that the settings name; an empty path names none. */
export function readBasePath(written: Settings | null | undefined): string | undefined {
  const path = written?.base;
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : undefined;
}
