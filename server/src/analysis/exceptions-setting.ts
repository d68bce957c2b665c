import type { Message, MessageKey } from '../messages/catalogue';
import { parseJour, readJour, type CalendarDate } from '../regulation/calendar-date';
import { ALL_RULES } from '../rules/all';
import type { JsonNode, ObjectNode } from '../syntax/nodes';
import { valueOf } from '../syntax/walk';
import type { Exception } from './exceptions';
import type { SettingsProblem } from './settings-file';

/** An exception and the place where it is written. */
export interface WrittenException {
  readonly exception: Exception;
  readonly node: ObjectNode;
}

/** What `exceptions` says in a `.segur/segur.json`: what can be read, and the first thing to put right. */
export interface ExceptionsSetting {
  readonly exceptions: readonly WrittenException[];
  readonly problem: SettingsProblem | undefined;
}

/** A text that cannot be read as JSON is mended first: it is no matter of opinion. */
export const ACCEPTABLE_RULES: ReadonlySet<string> = new Set(
  ALL_RULES.filter(({ famille }) => famille !== 'syntaxe').map(({ code }) => code),
);
const CODES: ReadonlySet<string> = new Set(ALL_RULES.map(({ code }) => code));

/** Reads them from the root of the settings; what has another form is left to the schema. */
export function readExceptions(root: JsonNode | undefined): ExceptionsSetting {
  const setting = valueOf(root, 'exceptions');
  const exceptions: WrittenException[] = [];
  let problem: SettingsProblem | undefined;
  for (const node of setting?.kind === 'array' ? setting.items : []) {
    if (node.kind !== 'object') continue;
    const read = readException(node);
    if ('exception' in read) exceptions.push(read);
    else problem ??= read.problem;
  }
  return { exceptions, problem };
}

type Read = WrittenException | { readonly problem: SettingsProblem | undefined };

function readException(node: ObjectNode): Read {
  const [fichier, regle, motif, jusquau] = ['fichier', 'regle', 'motif', 'jusquau'].map((name) =>
    textIn(node, name),
  );
  const demande = valueOf(node, 'demande');
  const reference = demande?.kind === 'string' ? demande.value : undefined;
  const isClear = reference !== undefined || demande === undefined;
  if (!fichier || !regle || !motif || !jusquau || !isClear) return { problem: undefined };
  const day = parseJour(jusquau.value);
  const problem = problemOf({ regle, motif, jusquau }, day);
  if (problem || !day) return { problem };
  const exception: Exception = {
    fichier: fichier.value,
    regle: regle.value,
    demande: reference,
    motif: motif.value.trim(),
    jusquau: day,
  };
  return { exception, node };
}

interface Text {
  readonly value: string;
  readonly start: number;
}

function textIn(node: ObjectNode, name: string): Text | undefined {
  const value = valueOf(node, name);
  return value?.kind === 'string' ? value : undefined;
}

function problemOf(
  { regle, motif, jusquau }: { readonly regle: Text; readonly motif: Text; readonly jusquau: Text },
  day: CalendarDate | undefined,
): SettingsProblem | undefined {
  if (!ACCEPTABLE_RULES.has(regle.value)) {
    const key = CODES.has(regle.value) ? 'reglages.exception.syntaxe' : 'reglages.regle-inconnue';
    return problemAt(regle, key, true);
  }
  if (motif.value.trim() === '') return problemAt(motif, 'reglages.exception.motif', true);
  // The schema knows the form of a day, not which days there are.
  if (!day) return problemAt(jusquau, 'reglages.exception.jour', readJour(jusquau.value) === undefined);
  return undefined;
}

function problemAt({ value, start }: Text, key: MessageKey, seenBySchema: boolean): SettingsProblem {
  const message: Message = { key, params: { valeur: value } };
  return { message, offset: start, seenBySchema };
}
