/**
 * The columns that are derived from others: computed anew here, for the check to compare and the repair to write. What
 * cannot be computed (a date that is no date) is said to be so and left alone.
 */

import { countWords } from '../../../../shared/text/count-words';
import { foldForMatch } from '../../../../shared/text/fold';
import { type ArticleRow, metadataColumns, readMetadata } from '../../articles/article-row';
import type { SqlValue } from '../../core/sql';
import { dateColumns } from '../../entities/stored-date';
import { textOrNull } from './check-revisions';

type Columns = Readonly<Record<string, SqlValue>>;

/** A table with derived columns: what they are made of, and how. */
export interface DerivedTable {
  readonly table: string;
  /** In the words of a finding. */
  readonly noun: string;
  /** The columns to read: the derived ones and those they are made of. */
  readonly columns: string;
  /** The derived columns as they should be; throws where they cannot be computed. */
  readonly derive: (row: Columns) => Columns;
  readonly articleOf?: (row: Columns) => string;
}

const pick = (row: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

function deriveArticle(row: Columns): Columns {
  const derived = metadataColumns(readMetadata(row as unknown as ArticleRow)); // the columns are those of its row
  return pick(derived, ['sort_title', 'filter_words', 'published_earliest', 'published_latest']);
}

function deriveEvent(row: Columns): Columns {
  const edtf = row['date_edtf'];
  const date = edtf == null ? null : { edtf: String(edtf), words: String(row['date_words']) };
  const { date_earliest, date_latest } = dateColumns(date);
  return { folded: foldForMatch(String(row['title'])), date_earliest, date_latest };
}

function deriveNote(row: Columns): Columns {
  const text = textOrNull(String(row['content']));
  if (text === null) throw new Error('its words cannot be read');
  return { text };
}

const deriveFolded = (row: Columns): Columns => ({ folded: foldForMatch(String(row['name'])) });

/** Every table with derived columns but `revision`, whose long rows are read once only, by the check of the text. */
export const derivedTables: readonly DerivedTable[] = [
  {
    table: 'article',
    noun: 'an article',
    columns:
      'id, title, authors, publisher, url, language, published_edtf, published_words, published_earliest, published_latest, fields, sort_title, filter_words',
    derive: deriveArticle,
    articleOf: (row) => String(row['id']),
  },
  {
    table: 'event',
    noun: 'an event',
    columns: 'id, title, folded, date_edtf, date_words, date_earliest, date_latest',
    derive: deriveEvent,
  },
  { table: 'entity', noun: 'an entity', columns: 'id, name, folded', derive: deriveFolded },
  { table: 'entity_name', noun: 'an alias', columns: 'id, name, folded', derive: deriveFolded },
  { table: 'tag', noun: 'a tag', columns: 'id, name, folded', derive: deriveFolded },
  { table: 'note', noun: 'a note', columns: 'id, content, text', derive: deriveNote },
];

/** The number of words of a revision's row. */
export const revisionTable: DerivedTable = {
  table: 'revision',
  noun: 'a revision',
  columns: 'id, text, word_count',
  derive: (row) => ({ word_count: countWords(String(row['text'])) }),
};

/** The derived columns that are not what they should be, as they should be; a string: why they cannot be computed. */
export function differing({ derive }: DerivedTable, row: Columns): Columns | string {
  let right: Columns;
  try {
    right = derive(row);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return pick(
    right,
    Object.keys(right).filter((name) => right[name] !== row[name]),
  );
}

const columnWords: Readonly<Record<string, string>> = {
  sort_title: 'sort key',
  filter_words: 'words to filter by',
  published_earliest: 'days of the date',
  published_latest: 'days of the date',
  date_earliest: 'days of the date',
  date_latest: 'days of the date',
  folded: 'name to find by',
  text: 'plain text',
  word_count: 'number of words',
};

/** Derived columns as a person calls them, at the beginning of a sentence. */
export function inWords(columns: Columns): string {
  const names = new Set(Object.keys(columns).map((name) => columnWords[name] ?? name));
  return `The ${[...names].join(' and the ')}`;
}
