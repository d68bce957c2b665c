import type { ReportingConfiguration, ReportingDescriptor, ToolComponent } from 'sarif';
import { repository } from '../../../../package.json';
import { isMessageKey } from '../../messages/catalogue';
import { ALL_RULES } from '../../rules/all';
import type { Severity } from '../../rules/finding';
import type { RuleMeta } from '../../rules/rule';
import type { Voice } from '../voice';

const HOME = repository.url.replace(/\.git$/, '');
const RANK: ReadonlyMap<string, number> = new Map(ALL_RULES.map(({ code }, rank) => [code, rank]));

/** SARIF has three degrees. */
export const LEVEL: Readonly<Record<Severity, ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The part of a SARIF log that presents the tool and every rule that it may name. */
export function sarifDriver(version: string, voice: Voice): ToolComponent {
  return {
    name: 'segur-sons',
    version,
    semanticVersion: version,
    informationUri: HOME,
    rules: ALL_RULES.map((rule) => descriptor(rule, voice)),
  };
}

/** How a result names its rule; `regle-en-echec` is the name of none. */
export function ruleReference(code: string): { readonly ruleId: string; readonly ruleIndex?: number } {
  const ruleIndex = RANK.get(code);
  return ruleIndex === undefined ? { ruleId: code } : { ruleId: code, ruleIndex };
}

function descriptor({ code, famille, severity, sources }: RuleMeta, voice: Voice): ReportingDescriptor {
  const helpUri = `${HOME}/blob/HEAD/docs/regles/${code}.md`;
  const key = `regle.${code}.titre`;
  const title = { text: isMessageKey(key) ? voice.say(key) : code };
  return {
    id: code,
    shortDescription: title,
    fullDescription: title,
    helpUri,
    help: { text: voice.say('cli.sarif.aide', { page: helpUri }) },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [famille], famille, sources },
  };
}
