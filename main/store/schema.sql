-- The shape of a notebook's file, format 2. Generated from main/store/migrations by `npm run schema`.

CREATE TABLE notebook (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE article (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('captured', 'own')),
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL, -- title as it is compared
  filter_words TEXT NOT NULL, -- title, authors, publisher and URL as they are compared
  authors TEXT NOT NULL DEFAULT '[]', -- JSON array of names
  publisher TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '', -- BCP 47
  published_edtf TEXT, -- null: unknown
  published_words TEXT NOT NULL DEFAULT '',
  published_earliest TEXT, -- derived from published_edtf, for sorting
  published_latest TEXT,
  fields TEXT NOT NULL DEFAULT '{}', -- JSON object of strings
  captured_at TEXT NOT NULL,
  read_at TEXT,
  revision_id TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED, -- the current one
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_title ON article (sort_title, id);
CREATE INDEX article_by_revision ON article (revision_id);
CREATE INDEX article_by_published ON article (published_earliest, id);
CREATE INDEX article_unread ON article (id) WHERE read_at IS NULL;
CREATE INDEX article_by_captured ON article (captured_at, id);
CREATE INDEX article_by_publisher ON article (publisher);
CREATE TABLE original_bytes (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE original (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  source TEXT NOT NULL, -- path, URL or clipboard:
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  encoding_origin TEXT NOT NULL CHECK (encoding_origin IN ('declared', 'guessed', 'chosen')),
  sha256 TEXT NOT NULL REFERENCES original_bytes (sha256),
  byte_length INTEGER NOT NULL,
  captured_at TEXT NOT NULL
) STRICT;
CREATE INDEX original_by_article ON original (article_id);
CREATE INDEX original_by_hash ON original (sha256);
CREATE TABLE exclusion (
  id TEXT PRIMARY KEY,
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'excluded', 'kept')),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX exclusion_by_revision ON exclusion (revision_id);
CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  colour TEXT,
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_article ON annotation (article_id);
CREATE TABLE selector (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (annotation_id, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'place', 'object')),
  actor_kind TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  folded TEXT NOT NULL, -- name as it is compared
  description TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX entity_by_name ON entity (folded);
CREATE INDEX entity_by_kind ON entity (kind, folded);
CREATE TABLE entity_name (
  id TEXT PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX entity_name_by_entity ON entity_name (entity_id);
CREATE INDEX entity_name_by_name ON entity_name (folded);
CREATE TABLE identifier (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL, -- e.g. wikidata
  value TEXT NOT NULL,
  PRIMARY KEY (entity_id, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE mention (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity_id);
CREATE TABLE event_type (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  folded TEXT NOT NULL, -- title as it is compared
  type_id TEXT REFERENCES event_type (id) ON DELETE SET NULL,
  description TEXT NOT NULL DEFAULT '',
  date_edtf TEXT, -- null: unknown
  date_words TEXT NOT NULL DEFAULT '',
  date_earliest TEXT, -- derived from date_edtf, for sorting
  date_latest TEXT,
  place_id TEXT REFERENCES entity (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_date ON event (date_earliest, date_latest);
CREATE INDEX event_by_time ON event ((coalesce(date_earliest, date_latest, '~')), date_latest, id);
CREATE INDEX event_by_title ON event (folded);
CREATE INDEX event_by_place ON event (place_id);
CREATE INDEX event_by_type ON event (type_id);
CREATE TABLE participation (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  actor_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  annotation_id TEXT REFERENCES annotation (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX participation_by_event ON participation (event_id);
CREATE INDEX participation_by_actor ON participation (actor_id);
CREATE INDEX participation_by_role ON participation (role);
CREATE INDEX participation_by_annotation ON participation (annotation_id);
CREATE TABLE evidence (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_event ON evidence (event_id);
CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES tag (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE, -- no two tags of one name
  colour TEXT,
  description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX tag_by_parent ON tag (parent_id);
CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tag_by_tag ON annotation_tag (tag_id);
CREATE TABLE article_tag (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_by_tag ON article_tag (tag_id);
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  content TEXT NOT NULL, -- canonical HTML
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_modified ON note (modified_at);
CREATE TABLE citation (
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('annotation', 'entity', 'event', 'article')),
  target_id TEXT NOT NULL,
  PRIMARY KEY (note_id, target_kind, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_by_target ON citation (target_kind, target_id);
CREATE TABLE draft (
  owner_id TEXT PRIMARY KEY, -- an article or a note
  content TEXT NOT NULL,
  base_revision_id TEXT NOT NULL,
  anchors TEXT NOT NULL, -- JSON: where the editor has followed the passages to
  saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE trash (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  item_id TEXT NOT NULL,
  label TEXT NOT NULL,
  trashed_at TEXT NOT NULL,
  changes TEXT NOT NULL -- JSON: row changes, to be applied backwards
) STRICT;
CREATE INDEX trash_by_time ON trash (trashed_at);
CREATE TABLE search_item (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'passage', 'note', 'entity', 'event')),
  item_id TEXT NOT NULL,
  UNIQUE (kind, item_id)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, comment,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE "revision" (
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
CREATE INDEX revision_by_hash ON revision (sha256);
CREATE INDEX revision_by_size ON revision (id, word_count);
CREATE INDEX revision_by_original ON revision (original_id);
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
CREATE TABLE "anchor" (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  part INTEGER NOT NULL,
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'orphan')),
  former INTEGER, -- null: state is about the selector's quote; else about this former_quote of the part
  PRIMARY KEY (annotation_id, part, revision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_by_revision ON anchor (revision_id, start);
CREATE INDEX anchor_for_review ON anchor (revision_id, state) WHERE state IN ('changed', 'orphan');
