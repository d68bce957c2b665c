import { formatJour, type CalendarDate } from '../regulation/calendar-date';
import { addDays } from '../regulation/day-count';
import { indentAt, insertProperty, lineBreakOf, replaceNode, type Edit } from '../syntax/edits';
import type { ArrayNode, Fragment } from '../syntax/nodes';
import { parseJson } from '../syntax/parse';
import { propertyNamed } from '../syntax/walk';
import type { Exception } from './exceptions';

/** How long a new exception holds unless its author says otherwise: three months, in days. */
const PROPOSED_DAYS = 90;

/** The last day proposed for an exception that begins, or goes on, today. */
export function proposedEnd(today: CalendarDate): CalendarDate {
  return addDays(today, PROPOSED_DAYS);
}

/** The edit that adds an exception to the text of a settings file; undefined for a text that is to be mended first. */
export function insertException(text: string, exception: Exception): Edit | undefined {
  const fragment = parseJson(text);
  const { root, problems } = fragment;
  if (root?.kind !== 'object' || problems.length > 0) return undefined;
  const property = propertyNamed(root, 'exceptions');
  const entry = written(exception);
  if (!property) {
    return insertProperty(fragment, root, root.properties.at(-1), 'exceptions', listOf(entry));
  }
  if (property.value?.kind !== 'array') return undefined;
  return insertItem(fragment, property.value, entry);
}

/** A settings file with this exception alone. */
export function settingsWith(exception: Exception): string {
  return `${JSON.stringify({ exceptions: [asJson(exception)] }, null, 2)}\n`;
}

function insertItem({ text }: Fragment, list: ArrayNode, entry: string): Edit {
  const last = list.items.at(-1);
  const eol = lineBreakOf(text);
  const indented = (value: string, indent: string): string => value.replaceAll('\n', eol + indent);
  if (!last) return replaceNode(list, indented(listOf(entry), indentAt(text, list.start)));
  const indent = indentAt(text, last.start);
  const before = text.charAt(last.start - indent.length - 1);
  const isOnItsLine = text.slice(0, last.start).endsWith(indent) && (before === '\n' || before === '\r');
  const separator = isOnItsLine ? eol + indent : ' ';
  return { start: last.end, end: last.end, text: `,${separator}${indented(entry, indent)}` };
}

function listOf(entry: string): string {
  return `[\n  ${entry.replaceAll('\n', '\n  ')}\n]`;
}

function written(exception: Exception): string {
  return JSON.stringify(asJson(exception), null, 2);
}

function asJson({ fichier, regle, demande, motif, jusquau }: Exception): object {
  return {
    fichier,
    regle,
    ...(demande !== undefined && { demande }),
    motif,
    jusquau: formatJour(jusquau),
  };
}
