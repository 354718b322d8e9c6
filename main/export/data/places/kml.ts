/**
 * Places with coordinates, and the events at them, as KML 2.2. What has no coordinates has no placemark. Dates are as exact as
 * they are known (a year, a month, a day); what is less sure stands in words.
 */
import { happenedWords, precisionWords } from '../../../../shared/accounts/account-words';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { oneFile } from '../../formats/format';
import type { ExportData, ExportEntity, ExportEvent } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { isoOf, sureDate, sureSpan } from '../days';
import { attributes, element, textElement, xmlHead, xmlText } from '../xml';
import { entitiesById, eventPrecision } from './place-chain';

type Said = readonly (readonly [name: string, value: string | number | null])[];

function extendedData(said: Said): string {
  const rows = said.flatMap(([name, value]) =>
    value === null || value === ''
      ? []
      : element('Data', { name }, element('value', {}, xmlText(String(value)))),
  );
  return rows.length > 0 ? element('ExtendedData', {}, ...rows) : '';
}

function pointXml({ point }: ExportEntity): string {
  return point
    ? element('Point', {}, element('coordinates', {}, `${point.longitude},${point.latitude}`))
    : '';
}

/** KML takes years, months and days: a date is given only as exact as it is, or not at all. */
function timeXml(edtf: string | null): string {
  const date = sureDate(edtf);
  if (date) return element('TimeStamp', {}, element('when', {}, isoOf(date)));
  const span = sureSpan(edtf);
  if (!span) return '';
  return element(
    'TimeSpan',
    {},
    element('begin', {}, isoOf(span.start)),
    element('end', {}, isoOf(span.end)),
  );
}

const where = ({ point }: ExportEntity, precision: string): Said => [
  ['precision', precision === '' ? 'not said' : precision],
  ['radius_km', point?.radiusKm ?? null],
  ['coordinates_from', point?.source ?? ''],
];

/** How exactly the place is known, for those who only see the balloon. */
function precisionSentence({ point, name }: ExportEntity, precision: keyof typeof precisionWords): string {
  const radius = point?.radiusKm == null ? '' : `, within ${point.radiusKm} km`;
  return `${name}: how exactly: ${precisionWords[precision]}${radius}.`;
}

function placeXml(place: ExportEntity): string {
  const { id, name, description, aliases, precision } = place;
  const words = [description, precisionSentence(place, precision)].filter((part) => part !== '').join('\n');
  const said: Said = [...where(place, precision), ['other_names', aliases.join('; ')]];
  return element(
    'Placemark',
    { id: `place-${id}` },
    textElement('name', name),
    textElement('description', words),
    extendedData(said),
    pointXml(place),
  );
}

function eventXml(event: ExportEvent, place: ExportEntity): string {
  const { id, title, type, description, date, dateWords, happened, participants } = event;
  const precision = eventPrecision(event, place);
  const words = [
    date === null ? '' : describeEdtf(date),
    happenedWords[happened],
    description,
    precisionSentence(place, precision),
  ];
  const said: Said = [
    ['event_type', type],
    ['date', date],
    ['date_words', dateWords],
    ['happened', happened === 'unsaid' ? '' : happened],
    [
      'participants',
      participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join('; '),
    ],
    ['place', place.name],
    ...where(place, precision),
    ['evidence', event.evidence.join('; ')],
  ];
  return element(
    'Placemark',
    { id: `event-${id}` },
    textElement('name', title),
    textElement('description', words.filter((part) => part !== '').join('\n')),
    timeXml(date),
    extendedData(said),
    pointXml(place),
  );
}

function located({ entities, around }: ExportData): ExportEntity[] {
  return [...entities, ...around.entities].filter(({ kind, point }) => kind === 'place' && point !== null);
}

export const makeKml = oneFile(function* (data, context) {
  const entities = entitiesById(data);
  yield `${xmlHead}<kml${attributes({ xmlns: 'http://www.opengis.net/kml/2.2' })}>\n<Document>\n`;
  yield `${textElement('name', data.notebook.title)}\n`;
  yield `${textElement('description', aboutExport(data, context).join('\n'))}\n`;
  yield '<Folder>\n<name>Places</name>\n';
  for (const place of context.each(located(data), 'places')) yield `${placeXml(place)}\n`;
  yield '</Folder>\n<Folder>\n<name>Events</name>\n';
  for (const event of context.each(data.events, 'events')) {
    const place = entities.get(event.place?.id ?? '');
    if (place?.point) yield `${eventXml(event, place)}\n`;
  }
  yield '</Folder>\n</Document>\n</kml>\n';
});
