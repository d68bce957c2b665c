import type { CalendarDate } from './calendar-date';
import { formatIsoDay } from './day-count';
import { utcText, type EpochMinutes } from './paris-time';

/** A date for a calendar program. */
export interface CalendarEvent {
  /** Stable: the same date, moved, replaces the former in the calendar that imported it. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** A moment, or a whole day. */
  readonly at: EpochMinutes | CalendarDate;
}

/** Octets of a line at most, its end left out (RFC 5545, 3.1). */
const LINE = 75;

/** The text of an iCalendar file (RFC 5545); it takes one event at least to be valid. `now` stamps the events. */
export function icsOf(
  events: readonly CalendarEvent[],
  { now, version }: { readonly now: EpochMinutes; readonly version: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//segur-sons//deadlines ${version}//FR`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `DTSTAMP:${compact(utcText(now))}`,
      typeof event.at === 'number'
        ? `DTSTART:${compact(utcText(event.at))}`
        : `DTSTART;VALUE=DATE:${compact(formatIsoDay(event.at))}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      // A deadline does not make anybody busy.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `2026-11-10T11:00:00Z` as `20261110T110000Z`. */
function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Long lines go on after a line end and a blank, cut between characters. */
function folded(line: string): string {
  let text = '';
  let room = LINE;
  for (const char of line) {
    const octets = octetsOf(char);
    if (octets > room) {
      text += '\r\n ';
      room = LINE - 1;
    }
    text += char;
    room -= octets;
  }
  return text;
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
