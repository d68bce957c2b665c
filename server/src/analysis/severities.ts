import { ALL_RULES } from '../rules/all';
import type { RuleSetting, RuleSettings } from '../rules/run';

/** The words of the settings. */
const WORDS: Readonly<Record<string, RuleSetting>> = {
  erreur: 'error',
  avertissement: 'warning',
  information: 'information',
  indice: 'hint',
  inactive: 'off',
};

const CODES: ReadonlySet<string> = new Set(ALL_RULES.map(({ code }) => code));

/** What a file of settings, or the editor, says of severities; whatever cannot be read counts as not said. */
export interface WrittenSeverities {
  readonly regles?: unknown;
  readonly familles?: unknown;
}

/** By rule: what is said of its family, under what is said of itself. */
export function readSeverities({ regles, familles }: WrittenSeverities): RuleSettings {
  const families = settingsIn(familles);
  const ofFamilies = ALL_RULES.flatMap(({ code, famille }) => {
    const setting = families.get(famille);
    return setting === undefined ? [] : [[code, setting] as const];
  });
  const ofRules = [...settingsIn(regles)].filter(([code]) => CODES.has(code));
  return Object.fromEntries([...ofFamilies, ...ofRules]);
}

/** A folder's word wins over the editor's, its word on a family included. */
export function severitiesIn(editor: RuleSettings, folder: RuleSettings | undefined): RuleSettings {
  return folder === undefined || Object.keys(folder).length === 0 ? editor : { ...editor, ...folder };
}

function settingsIn(written: unknown): Map<string, RuleSetting> {
  if (typeof written !== 'object' || written === null) return new Map();
  return new Map(
    Object.entries(written).flatMap(([name, word]) => {
      const setting = typeof word === 'string' && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
      return setting === undefined ? [] : [[name, setting] as const];
    }),
  );
}
