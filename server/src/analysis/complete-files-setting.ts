import { parseJour, readJour } from '../regulation/calendar-date';
import type { DossierComplet, DossiersComplets } from '../regulation/complete-file';
import { vagueOf } from '../regulation/sons';
import type { JsonNode } from '../syntax/nodes';
import { valueOf } from '../syntax/walk';
import type { SettingsProblem } from './settings-file';

/** What `dossierComplet` says in a `.segur/segur.json`: what can be read, and the first thing to put right. */
export interface CompleteFilesSetting {
  readonly dossiersComplets: DossiersComplets;
  readonly problem: SettingsProblem | undefined;
}

/** Reads it from the root of the settings; what is no list by SONS is left to the schema. */
export function readCompleteFiles(root: JsonNode | undefined): CompleteFilesSetting {
  const setting = valueOf(root, 'dossierComplet');
  const dossiersComplets = new Map<string, DossierComplet>();
  let problem: SettingsProblem | undefined;
  for (const { key, value } of setting?.kind === 'object' ? setting.properties : []) {
    const read = readCompleteFile(value);
    if (vagueOf(key.name) === undefined) {
      problem ??= {
        message: { key: 'reglages.nom-de-sons', params: { sons: key.name } },
        offset: key.start,
        seenBySchema: true,
      };
    } else if (read === undefined) {
      problem ??= {
        message: { key: 'reglages.dossier-complet', params: { sons: key.name } },
        offset: value?.start ?? key.start,
        // The schema knows the form of a day, not which days there are.
        seenBySchema: value?.kind !== 'string' || readJour(value.value) === undefined,
      };
    } else dossiersComplets.set(key.name, read);
  }
  return { dossiersComplets, problem };
}

function readCompleteFile(value: JsonNode | undefined): DossierComplet | undefined {
  if (value?.kind === 'string') return parseJour(value.value);
  return value?.kind === 'boolean' && !value.value ? 'aucun-a-la-date-2' : undefined;
}
