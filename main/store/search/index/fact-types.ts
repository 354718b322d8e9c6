/** What the index knows of rows beside their words: values that rows bear, and columns of numbers. */

/** Fields of values; what a key of each is and which rows bear it is told in `docs/search.md`. */
export const factFields = [
  'kind',
  'entity',
  'tag',
  'event',
  'type',
  'role',
  'mode',
  'certainty',
  'claimant',
  'role-of',
  'publisher',
  'by',
  'lang',
  'year',
  'month',
  'colour',
  'has',
] as const;
export type FactField = (typeof factFields)[number];

/** Stands between role and entity id in the keys of `role-of`. */
export const roleSeparator = '\0';

/** The cell of a passage that has no sentence or paragraph: its words are gone, or the text has more than can be counted. */
export const nowhere = 0xffff;

/**
 * Numbers by row. `article`: of a passage, the row of its article, else 0. `event`: of an account, the row of its event, else
 * 0. The others: the first and last sentence and paragraph of the current text that a passage touches, from 0; `nowhere`
 * where it is an orphan, and for every row that is no passage.
 */
export const columnNames = [
  'article',
  'event',
  'sentence_first',
  'sentence_last',
  'paragraph_first',
  'paragraph_last',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** The typed array that a column is read as. */
export interface ColumnOf {
  readonly article: Int32Array;
  readonly event: Int32Array;
  readonly sentence_first: Uint16Array;
  readonly sentence_last: Uint16Array;
  readonly paragraph_first: Uint16Array;
  readonly paragraph_last: Uint16Array;
}

/** What a cell holds where nothing was written. */
export const emptyCell = (name: ColumnName): number => (name === 'article' || name === 'event' ? 0 : nowhere);

/** Rows in one stored piece of a column. */
export const rowsPerChunk = 1024;
