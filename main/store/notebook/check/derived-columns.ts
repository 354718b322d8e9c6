/**
 * The columns that are derived from others: computed anew here, for the check to compare and the repair to write. What
 * cannot be computed (a date that is no date) is said to be so and left alone.
 */

import { countWords } from '../../../../shared/text/count-words';
import { foldForMatch } from '../../../../shared/text/fold';
import { settledColumns } from '../../accounts/settle-events';
import { type ArticleRow, metadataColumns, readMetadata } from '../../articles/article-row';
import { pluck, type ReadableDB, type SqlValue } from '../../core/sql';
import { dateColumns } from '../../events/stored-date';
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
  readonly derive: (row: Columns, db: ReadableDB) => Columns;
  readonly articleOf?: (row: Columns) => string;
}

const pick = (row: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

function deriveArticle(row: Columns): Columns {
  const derived = metadataColumns(readMetadata(row as unknown as ArticleRow)); // the columns are those of its row
  return pick(derived, ['sort_title', 'filter_words', 'published_earliest', 'published_latest']);
}

function deriveEvent(row: Columns, db: ReadableDB): Columns {
  return { folded: foldForMatch(String(row['title'])), ...settledColumns(db, String(row['id'])) };
}

function deriveAccount(row: Columns): Columns {
  const edtf = row['date_edtf'];
  const date = edtf == null ? null : { edtf: String(edtf), words: String(row['date_words']) };
  const { date_earliest, date_latest } = dateColumns(date);
  return { date_earliest, date_latest };
}

/** Where the merging of a thing ends; a circle, which no command makes, ends at itself. */
function derivedRoot(db: ReadableDB, table: 'entity' | 'tag', id: string): Columns {
  const chain = `WITH RECURSIVE chain (id, into_id) AS (SELECT id, merged_into FROM ${table} WHERE id = @id
      UNION SELECT t.id, t.merged_into FROM chain JOIN ${table} t ON t.id = chain.into_id)
    SELECT id FROM chain WHERE into_id IS NULL AND id <> @id`;
  return { root_id: pluck<string>(db, chain, { id })[0] ?? null };
}

const deriveMerged =
  (table: 'entity' | 'tag') =>
  (row: Columns, db: ReadableDB): Columns => ({
    ...deriveFolded(row),
    ...derivedRoot(db, table, String(row['id'])),
  });

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
  // Before events, which are settled from accounts and from what their places stand for.
  {
    table: 'entity',
    noun: 'an entity',
    columns: 'id, name, folded, root_id',
    derive: deriveMerged('entity'),
  },
  { table: 'entity_name', noun: 'an alias', columns: 'id, name, folded', derive: deriveFolded },
  { table: 'tag', noun: 'a tag', columns: 'id, name, folded, root_id', derive: deriveMerged('tag') },
  {
    table: 'account',
    noun: 'an account',
    columns: 'id, date_edtf, date_words, date_earliest, date_latest',
    derive: deriveAccount,
  },
  {
    table: 'event',
    noun: 'an event',
    columns:
      'id, title, folded, date_edtf, date_words, date_earliest, date_latest, place_id, type_id, happened, conflict_count',
    derive: deriveEvent,
  },
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
export function differing({ derive }: DerivedTable, row: Columns, db: ReadableDB): Columns | string {
  let right: Columns;
  try {
    right = derive(row, db);
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
  root_id: 'merging',
  date_edtf: 'date',
  date_words: 'date',
  place_id: 'place',
  type_id: 'type',
  happened: 'summary of accounts',
  conflict_count: 'number of conflicts',
  text: 'plain text',
  word_count: 'number of words',
};

/** Derived columns as a person calls them, at the beginning of a sentence. */
export function inWords(columns: Columns): string {
  const names = new Set(Object.keys(columns).map((name) => columnWords[name] ?? name));
  return `The ${[...names].join(' and the ')}`;
}
