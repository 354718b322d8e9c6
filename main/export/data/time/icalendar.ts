/**
 * Events whose days are known as an iCalendar file (RFC 5545); a calendar has no place for others, and they are left out.
 * Lines end in CRLF and are folded at 75 octets.
 */

import { dateOfDay, dayNumber } from '../../../../shared/dates/calendar';
import { oneFile } from '../../formats/format';
import type { ExportEntity, ExportEvent } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { daySpan } from '../days';
import { entitiesById, eventPrecision } from '../places/place-chain';

const widest = 75;

/** A line in pieces of at most 75 octets, none within a character; those after the first begin with a space. */
function folded(line: string): string {
  let text = '';
  let width = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (width + bytes > widest) {
      text += '\r\n ';
      width = 1;
    }
    text += character;
    width += bytes;
  }
  return `${text}\r\n`;
}

/** Words as a TEXT value; control characters, which it cannot have, are left out. */
const textValue = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');

const dateValue = (iso: string): string => iso.replaceAll('-', '');
const timeValue = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '');

/** First day, and the day after the last; null when a day is not known for sure. */
function daysOf(edtf: string | null): { readonly start: string; readonly end: string } | null {
  const span = daySpan(edtf);
  return span && { start: span.start, end: dateOfDay(dayNumber(span.end) + 1) };
}

const statuses: Readonly<Record<ExportEvent['happened'], string>> = {
  unsaid: '',
  yes: 'CONFIRMED',
  planned: 'TENTATIVE',
  contested: 'TENTATIVE',
  no: 'CANCELLED',
};

/** A bare point is only given for places that are one. */
function geoOf(event: ExportEvent, place: ExportEntity | undefined): string {
  const precision = place ? eventPrecision(event, place) : '';
  if (!place?.point || (precision !== 'point' && precision !== 'settlement')) return '';
  return `${place.point.latitude};${place.point.longitude}`;
}

function descriptionOf({ description, dateWords, participants, happened }: ExportEvent): string {
  const people = participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join('; ');
  return [
    happened === 'contested' ? 'Whether it happened is contested.' : '',
    description,
    people,
    dateWords === '' ? '' : `“${dateWords}”`,
  ]
    .filter((words) => words !== '')
    .join('\n');
}

function eventLines(event: ExportEvent, place: ExportEntity | undefined, madeAt: string): string[] {
  const days = daysOf(event.date);
  if (!days) return [];
  const rows = [
    ['UID', event.id],
    ['DTSTAMP', timeValue(madeAt)],
    ['CREATED', timeValue(event.createdAt)],
    ['LAST-MODIFIED', timeValue(event.modifiedAt)],
    ['DTSTART;VALUE=DATE', dateValue(days.start)],
    ['DTEND;VALUE=DATE', dateValue(days.end)],
    ['SUMMARY', textValue(event.title)],
    ['DESCRIPTION', textValue(descriptionOf(event))],
    ['LOCATION', textValue(place?.name ?? event.place?.name ?? '')],
    ['GEO', geoOf(event, place)],
    ['CATEGORIES', textValue(event.type)],
    ['STATUS', statuses[event.happened]],
  ] as const;
  const lines = rows.flatMap(([name, value]) => (value === '' ? [] : `${name}:${value}`));
  return ['BEGIN:VEVENT', ...lines, 'TRANSP:TRANSPARENT', 'END:VEVENT'];
}

export const makeICalendar = oneFile(function* (data, context) {
  const entities = entitiesById(data);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Casebook//Casebook//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(data.notebook.title)}`,
    `X-WR-CALDESC:${textValue(aboutExport(data, context).join(' '))}`,
  ];
  yield head.map(folded).join('');
  for (const event of context.each(data.events, 'events')) {
    const lines = eventLines(event, entities.get(event.place?.id ?? ''), data.madeAt);
    yield lines.map(folded).join('');
  }
  yield folded('END:VCALENDAR');
});
