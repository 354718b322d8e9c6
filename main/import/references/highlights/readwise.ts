/** The CSV that Readwise exports: a row a highlight, of books and articles; by its headings, in whatever order they stand. */
import { parse } from 'csv-parse/sync';
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { groupBy, highlightOf, metadataOf, utcOf } from './highlight';

type Row = Readonly<Record<string, string>>;

/** Whether the first line of a text is that of Readwise's table. */
export function isReadwise(text: string): boolean {
  const [head = ''] = text.replace(/^\ufeff/, '').split('\n', 1);
  return /(?:^|,)"?Highlight"?,/.test(head) && head.includes('Book Title') && head.includes('Highlighted at');
}

const cell = (row: Row, name: string): string => (row[name] ?? '').trim();

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function placeWords(row: Row): string {
  const where = cell(row, 'Location');
  return where === '' ? '' : `${cell(row, 'Location Type') || 'location'} ${where}`;
}

function annotationOf(row: Row): ImportedAnnotation {
  return highlightOf({
    exact: cell(row, 'Highlight'),
    tags: namesIn(cell(row, 'Tags')),
    comments: [cell(row, 'Note'), placeWords(row)].filter((words) => words !== ''),
    colour: cell(row, 'Color').toLowerCase(),
    createdAt: utcOf(cell(row, 'Highlighted at')),
  });
}

function itemOf(rows: readonly Row[]): ImportedItem {
  const first = rows[0] ?? {};
  const asin = cell(first, 'Amazon Book ID');
  const metadata = metadataOf({
    title: cell(first, 'Book Title'),
    authors: namesIn(cell(first, 'Book Author').replace(/ and /g, ',')),
    fields: asin === '' ? {} : { ASIN: asin },
  });
  const annotations = rows.filter((row) => cell(row, 'Highlight') !== '').map(annotationOf);
  return { kind: 'highlights', highlights: { metadata, annotations } };
}

/** The items of what {@link isReadwise} knows, a text each. Throws an `Error` for what is no CSV. */
export function readwiseItems(text: string): readonly ImportedItem[] {
  const rows: Row[] = parse(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return groupBy(rows, (row) => `${cell(row, 'Book Title')}\n${cell(row, 'Book Author')}`).map(itemOf);
}
