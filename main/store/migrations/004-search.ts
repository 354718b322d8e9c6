/**
 * Search by what rows bear: values, rows and columns of the facet index, the words that occur, and searches that are kept.
 * The derived tables are filled from the rows by `search/index/rebuild-index.ts` in the transaction of the last step.
 */

/** Accounts and tags can be found too. Row numbers are kept, and none is given twice: saved searches remember them. */
const items = `
CREATE TABLE search_item_new (
  rowid INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'passage', 'note', 'entity', 'event', 'account', 'tag')),
  item_id TEXT NOT NULL,
  UNIQUE (kind, item_id)
) STRICT;
INSERT INTO search_item_new SELECT rowid, kind, item_id FROM search_item;
DROP TABLE search_item;
ALTER TABLE search_item_new RENAME TO search_item;
`;

const facts = `
-- Every word of the index, to complete and widen words from; some may occur no more.
CREATE TABLE search_word (
  term TEXT PRIMARY KEY,
  seen INTEGER NOT NULL -- in about every 16th thing that has it
) STRICT, WITHOUT ROWID;
-- What rows can bear: an entity, a tag, a mode, a publisher …
CREATE TABLE search_value (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  key TEXT NOT NULL, -- an id, a word of the schema, or a folded label
  label TEXT NOT NULL DEFAULT '', -- of a folded label: as it was first written
  UNIQUE (field, key)
) STRICT;
-- The rows that bear a value, 65,536 to a chunk: 16-bit numbers in order, or 8,192 bytes with a bit for each.
CREATE TABLE search_rows (
  value_id INTEGER NOT NULL,
  chunk INTEGER NOT NULL, -- row >> 16
  rows BLOB NOT NULL,
  PRIMARY KEY (value_id, chunk)
) STRICT;
-- Numbers of rows, 1,024 to a chunk: article and event 32 bits, sentences and paragraphs 16, little endian.
CREATE TABLE search_column (
  name TEXT NOT NULL,
  chunk INTEGER NOT NULL, -- row / 1024
  cells BLOB NOT NULL,
  PRIMARY KEY (name, chunk)
) STRICT;
-- Of an article with its passages, an event with its accounts, or one other thing: which values its rows bear.
CREATE TABLE search_fact (
  row INTEGER PRIMARY KEY,
  facts BLOB NOT NULL,
  starts BLOB -- article: where its sentences begin
) STRICT;
`;

const kept = `
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  looked_at TEXT, -- null: never
  seen TEXT NOT NULL DEFAULT '' -- the rows that it found then: base64 of the gaps between them
) STRICT;
CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_history_by_time ON search_history (asked_at);
`;

/** Format 4. */
export const searchFormat = items + facts + kept;
