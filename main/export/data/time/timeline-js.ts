/**
 * Events as JSON for TimelineJS. Its words are HTML: ours are escaped. A date is given as exact as it is sure; one in doubt
 * is shown in words at its year. Events whose year is not known have no place on it and are left out.
 */
import { happenedWords } from '../../../../shared/accounts/account-words';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { oneFile } from '../../formats/format';
import type { ExportData, ExportEvent, ExportPassage } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { type SureDate, startYear, sureSpan } from '../days';
import { type JsonObject, jsonPieces, lossesJson, present } from '../json-pieces';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const html = (words: string): string => words.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const dateJson = (date: SureDate, words: string): JsonObject =>
  present({ year: date.year, month: date.month, day: date.day, display_date: words });

/** Null: no year is sure. */
function datesOf(edtf: string): JsonObject | null {
  const words = html(describeEdtf(edtf));
  const span = sureSpan(edtf);
  if (span) {
    const { start, end } = span;
    const start_date = dateJson(start, words);
    return start === end ? { start_date } : { start_date, end_date: dateJson(end, '') };
  }
  const year = startYear(edtf);
  return year === null ? null : { start_date: dateJson({ year, month: null, day: null }, words) };
}

type Passages = ReadonlyMap<string, ExportPassage>;

function textOf(event: ExportEvent, passages: Passages): string {
  const { description, happened, place, participants, dateWords, evidence } = event;
  const people = participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', ');
  const lines = [
    happenedWords[happened],
    description,
    place?.name ?? '',
    people,
    dateWords && `“${dateWords}”`,
  ];
  const quotes = evidence.flatMap((id) => {
    const words = passages
      .get(id)
      ?.parts.map((part) => part.words)
      .join(' … ');
    return words ? `<blockquote>${html(words)}</blockquote>` : [];
  });
  return [...lines.filter((line) => line !== '').map((line) => `<p>${html(line)}</p>`), ...quotes].join('');
}

function slideOf(event: ExportEvent, passages: Passages): JsonObject | null {
  const dates = event.date === null ? null : datesOf(event.date);
  if (!dates) return null;
  return {
    ...dates,
    text: present({ headline: html(event.title), text: textOf(event, passages) }),
    ...present({ group: html(event.type) }),
    unique_id: event.id,
  };
}

export const makeTimelineJs = oneFile((data: ExportData, context) => {
  const passages = new Map(
    [...data.around.passages, ...data.passages].map((passage) => [passage.id, passage]),
  );
  function* slides() {
    for (const event of context.each(data.events, 'events')) {
      const slide = slideOf(event, passages);
      if (slide) yield slide;
    }
  }
  // What is not kept stands in the data: readers of the page that shows the timeline have no use for it.
  const [about = ''] = aboutExport(data, context);
  const title = { text: { headline: html(data.notebook.title), text: `<p>${html(about)}</p>` } };
  const head = present({ title, scale: 'human', casebook_losses: lossesJson(context.losses) });
  return jsonPieces(head, 'events', slides());
});
