/**
 * History of quotes and of metadata. A stored quote is never overwritten: what replaces it keeps it as a former quote,
 * and the anchors of earlier revisions go on saying how that one stood. A revision keeps the metadata of its time.
 * Tables are built anew so that lists of revisions need not read past the long columns, which stand last.
 */

/** The metadata in a row of `article`, as revisions keep it: `of` spells a column of that row. */
const metadataJson = (of: (column: string) => string) => `json_object(
  'title', ${of('title')}, 'authors', json(${of('authors')}), 'publisher', ${of('publisher')}, 'url', ${of('url')},
  'language', ${of('language')},
  'published', CASE WHEN ${of('published_edtf')} IS NULL THEN NULL
    ELSE json_object('edtf', ${of('published_edtf')}, 'words', ${of('published_words')}) END,
  'fields', json(${of('fields')}))`;

/** What kind of revision an earlier one was, by its number, the article's kind, and the reason the program gave. */
const kindOf = (number: string, articleKind: string, reason: string) => `CASE
  WHEN ${number} = 1 THEN CASE ${articleKind} WHEN 'own' THEN 'written' ELSE 'captured' END
  WHEN ${reason} LIKE 'Read again as %' THEN 'reread' ELSE 'corrected' END`;

const revisions = `
CREATE TABLE revision_new (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('captured', 'written', 'corrected', 'details', 'recaptured', 'reread')),
  original_id TEXT REFERENCES original (id) DEFERRABLE INITIALLY DEFERRED, -- the capture it was made from; null: a correction
  sha256 TEXT NOT NULL, -- of text as UTF-8
  word_count INTEGER NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  metadata TEXT NOT NULL, -- JSON: title, authors, publisher, url, language, published {edtf, words}, fields as of this revision
  content TEXT NOT NULL, -- canonical HTML; the long columns stand last, so that lists need not read past them
  text TEXT NOT NULL, -- its plain text, which all offsets count
  UNIQUE (article_id, number)
) STRICT;
INSERT INTO revision_new
  SELECT r.id, r.article_id, r.number, ${kindOf('r.number', 'a.kind', 'r.reason')},
    CASE WHEN r.number = 1 OR r.reason LIKE 'Read again as %'
      THEN (SELECT max(o.id) FROM original o WHERE o.article_id = r.article_id) END,
    r.sha256, r.word_count, r.reason, r.created_at, ${metadataJson((column) => `a.${column}`)}, r.content, r.text
  FROM revision r JOIN article a ON a.id = r.article_id;
DROP TABLE revision;
ALTER TABLE revision_new RENAME TO revision;
CREATE INDEX revision_by_hash ON revision (sha256);
CREATE INDEX revision_by_size ON revision (id, word_count);
CREATE INDEX revision_by_original ON revision (original_id);
`;

const quotes = `
-- Quotes that the researcher replaced: by confirming changed words, by new ends, or by attaching an orphan again.
CREATE TABLE former_quote (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  number INTEGER NOT NULL, -- from 1, in the order they were replaced
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE, -- the last one it was known to stand in
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('confirmed', 'new-ends', 're-attached')),
  replaced_at TEXT NOT NULL,
  PRIMARY KEY (annotation_id, part, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_quote_by_revision ON former_quote (revision_id);
CREATE TABLE anchor_new (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'orphan')),
  former INTEGER, -- null: state is about the selector's quote; else about this former_quote of the part
  PRIMARY KEY (annotation_id, part, revision_id)
) STRICT, WITHOUT ROWID;
INSERT INTO anchor_new SELECT annotation_id, part, revision_id, start, "end", state, NULL FROM anchor;
DROP TABLE anchor;
ALTER TABLE anchor_new RENAME TO anchor;
CREATE INDEX anchor_by_revision ON anchor (revision_id, start);
CREATE INDEX anchor_for_review ON anchor (revision_id, state) WHERE state IN ('changed', 'orphan');
`;

/** A column of the article whose deletion a trash item holds. */
const trashedArticle = (
  column: string,
) => `(SELECT c.value ->> '$.before.${column}' FROM json_each(trash.changes) c
  WHERE c.value ->> '$.table' = 'article' AND c.value ->> '$.after' IS NULL LIMIT 1)`;
const ofChange = (column: string) => `(j.value ->> '$.before.${column}')`;

/** Deleted revisions come back with what the others have. */
const trash = `
UPDATE trash SET changes = (
  SELECT json_group_array(json(CASE
    WHEN j.value ->> '$.table' = 'revision' AND j.value ->> '$.after' IS NULL THEN json_set(j.value,
      '$.before.kind', ${kindOf(ofChange('number'), trashedArticle('kind'), ofChange('reason'))},
      '$.before.original_id', CASE WHEN ${ofChange('number')} = 1 OR ${ofChange('reason')} LIKE 'Read again as %'
        THEN (SELECT c.value ->> '$.before.id' FROM json_each(trash.changes) c
          WHERE c.value ->> '$.table' = 'original' AND c.value ->> '$.after' IS NULL LIMIT 1) END,
      '$.before.metadata', '' || ${metadataJson(trashedArticle)})
    ELSE j.value END) ORDER BY j.key)
  FROM json_each(trash.changes) j)
WHERE kind = 'article';
`;

/** Format 2. */
export const history = revisions + quotes + trash;
