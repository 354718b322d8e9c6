/** Passages and events as tables for spreadsheets: which columns there are, and what stands in them. */
import { type CsvCell, csvText } from '../../../shared/text/csv';
import { oneFile } from '../formats/format';
import type {
  ExportArticle,
  ExportData,
  ExportEvent,
  ExportPart,
  ExportPassage,
} from '../gather/export-data';

type Row = Readonly<Record<string, CsvCell>>;

const passageColumns = [
  'passage_id',
  'part',
  'article_id',
  'article_title',
  'publisher',
  'published',
  'url',
  'quote',
  'before',
  'after',
  'start',
  'end',
  'state',
  'comment',
  'colour',
  'tags',
  'actors',
  'places',
  'objects',
  'events',
  'created',
  'modified',
] as const;

const eventColumns = [
  'event_id',
  'title',
  'type',
  'date',
  'date_words',
  'earliest',
  'latest',
  'place',
  'participants',
  'description',
  'evidence_count',
  'evidence',
] as const;

function toCsv(columns: readonly string[], rows: readonly Row[]): string {
  return csvText({ columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) });
}

/** Names in one cell, apart by semicolons. */
const list = (names: readonly string[]): string => names.join('; ');

function partRow(
  passage: ExportPassage,
  part: ExportPart,
  index: number,
  article: ExportArticle | undefined,
): Row {
  const ofKind = (kind: string) =>
    list(passage.entities.filter((entity) => entity.kind === kind).map(({ name }) => name));
  return {
    passage_id: passage.id,
    part: index + 1,
    article_id: passage.articleId,
    article_title: article?.title ?? '',
    publisher: article?.publisher ?? '',
    published: article?.published ?? '',
    url: article?.url ?? '',
    quote: part.words,
    before: part.before,
    after: part.after,
    start: part.start,
    end: part.end,
    state: part.state,
    comment: passage.comment,
    colour: passage.colour ?? '',
    tags: list(passage.tags),
    actors: ofKind('actor'),
    places: ofKind('place'),
    objects: ofKind('object'),
    events: list(passage.events.map(({ name }) => name)),
    created: passage.createdAt,
    modified: passage.modifiedAt,
  };
}

/** A row for each part of each passage; offsets are code points of the article's current text. */
function passagesToCsv({ passages, articles }: ExportData): string {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const rows = passages.flatMap((passage) =>
    passage.parts.map((part, index) => partRow(passage, part, index, byId.get(passage.articleId))),
  );
  return toCsv(passageColumns, rows);
}

function eventRow(event: ExportEvent): Row {
  return {
    event_id: event.id,
    title: event.title,
    type: event.type,
    date: event.date ?? '',
    date_words: event.dateWords,
    earliest: event.earliest ?? '',
    latest: event.latest ?? '',
    place: event.place?.name ?? '',
    participants: list(
      event.participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)),
    ),
    description: event.description,
    evidence_count: event.evidence.length,
    evidence: list(event.evidence),
  };
}

/** A row for each event; `evidence` holds the ids of the passages that support it. */
function eventsToCsv({ events }: ExportData): string {
  return toCsv(eventColumns, events.map(eventRow));
}

export const makePassagesCsv = oneFile(passagesToCsv);
export const makeEventsCsv = oneFile(eventsToCsv);
