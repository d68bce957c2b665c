import { ALL_RULES } from '../rules/all';
import type { Langue } from '../messages/catalogue';
import { resolveLangue } from '../messages/langue';
import type { RuleSetting, RuleSettings } from '../rules/run';
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

const SETTING_WORDS: Readonly<Record<string, RuleSetting>> = {
  erreur: 'error',
  avertissement: 'warning',
  information: 'information',
  indice: 'hint',
  inactive: 'off',
};

/** `locale` is the editor's own language, asked for with `segur.langue: auto`. */
export function readSettings(written: Settings | null | undefined, locale: string | undefined): ReadSettings {
  return {
    langue: resolveLangue(written?.langue, locale),
    regles: readRules(written?.regles),
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

function readRules(written: unknown): RuleSettings {
  if (typeof written !== 'object' || written === null) return {};
  const known = new Set(ALL_RULES.map(({ code }) => code));
  return Object.fromEntries(
    Object.entries(written).flatMap(([code, word]) => {
      const setting = typeof word === 'string' ? SETTING_WORDS[word] : undefined;
      return known.has(code) && setting !== undefined ? [[code, setting]] : [];
    }),
  );
}
