import { MOMENTS_FUSION, TYPES_FUSION } from '../dossier/candidature/vocabulaire';
import { fusionConnue, fusionsEnsemble, type FusionConnue, type Fusions } from '../dossier/fusions';
import { parseJour, readJour } from '../regulation/calendar-date';
import type { JsonNode } from '../syntax/nodes';
import { valueOf } from '../syntax/walk';
import type { SettingsProblem } from './settings-file';

/** What `fusions` says in a `.segur/segur.json`: what can be read, and the first thing to put right. */
interface MergersSetting {
  readonly fusions: Fusions;
  readonly problem: SettingsProblem | undefined;
}

const NAME = 'segur.json';

/** Reads it from the root of the settings; what has not the form of a list of mergers is left to the schema. */
export function readMergers(root: JsonNode | undefined): MergersSetting {
  const setting = valueOf(root, 'fusions');
  const fusions: FusionConnue[] = [];
  let problem: SettingsProblem | undefined;
  for (const [rank, node] of (setting?.kind === 'array' ? setting.items : []).entries()) {
    if (node.kind !== 'object') continue;
    const fusion = readMerger(node);
    if (fusion) fusions.push(fusion);
    else {
      const message = { key: 'reglages.fusion', params: { rang: rank + 1 } } as const;
      problem ??= { message, offset: node.start, seenBySchema: !hasItsForm(node) };
    }
    problem ??= impossibleDay(node, rank);
  }
  return { fusions: fusionsEnsemble(fusions), problem };
}

/** The schema asks for these, not for what an acquisition has besides, nor for three different numbers. */
function hasItsForm(node: JsonNode): boolean {
  const isKnown = TYPES_FUSION.some((type) => type === textIn(node, 'type'));
  return isKnown && textIn(node, 'FINESSA') !== undefined && textIn(node, 'FINESSB') !== undefined;
}

function readMerger(node: JsonNode): FusionConnue | undefined {
  const [type, moment, declaration] = [
    textIn(node, 'type'),
    textIn(node, 'moment'),
    textIn(node, 'dateDeclaration'),
  ];
  return fusionConnue({
    type: TYPES_FUSION.find((one) => one === type),
    moment: MOMENTS_FUSION.find((one) => one === moment),
    declaree: declaration !== undefined,
    finess: [textIn(node, 'FINESSA'), textIn(node, 'FINESSB'), textIn(node, 'FINESSC')],
    fichier: NAME,
  });
}

/** The schema knows the form of a day, not which days there are. */
function impossibleDay(node: JsonNode, rank: number): SettingsProblem | undefined {
  for (const name of ['dateFusion', 'dateDeclaration']) {
    const value = valueOf(node, name);
    if (value?.kind !== 'string' || readJour(value.value) === undefined || parseJour(value.value)) continue;
    const message = { key: 'reglages.fusion.date', params: { rang: rank + 1, date: value.value } } as const;
    return { message, offset: value.start, seenBySchema: false };
  }
  return undefined;
}

function textIn(node: JsonNode, name: string): string | undefined {
  const value = valueOf(node, name);
  return value?.kind === 'string' ? value.value : undefined;
}
