-- The shape of a notebook's file, format 5. Generated from main/store/migrations by `npm run schema`.

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
, coder TEXT NOT NULL DEFAULT '') STRICT;
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
, merged_into TEXT REFERENCES entity (id) ON DELETE CASCADE, root_id TEXT REFERENCES entity (id) ON DELETE CASCADE, parent_id TEXT REFERENCES entity (id) ON DELETE SET NULL, precision TEXT NOT NULL DEFAULT ''
  CHECK (precision IN ('', 'point', 'settlement', 'district', 'region', 'country')), latitude REAL CHECK (latitude BETWEEN -90 AND 90), longitude REAL CHECK (longitude BETWEEN -180 AND 180), radius_km REAL CHECK (radius_km > 0), geo_source TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX entity_by_name ON entity (folded);
CREATE INDEX entity_by_kind ON entity (kind, folded);
CREATE TABLE entity_name (
  id TEXT PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL
, kind TEXT NOT NULL DEFAULT 'alias'
  CHECK (kind IN ('name', 'alias', 'weak alias', 'former', 'other script', 'metonym'))) STRICT;
CREATE INDEX entity_name_by_entity ON entity_name (entity_id);
CREATE INDEX entity_name_by_name ON entity_name (folded);
CREATE TABLE identifier (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL, -- e.g. wikidata
  value TEXT NOT NULL,
  PRIMARY KEY (entity_id, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_type (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
, parent_id TEXT REFERENCES event_type (id) ON DELETE SET NULL, description TEXT NOT NULL DEFAULT '') STRICT;
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
, happened TEXT NOT NULL DEFAULT 'unsaid' -- derived from accounts, as date, place and type are
  CHECK (happened IN ('unsaid', 'yes', 'no', 'planned', 'contested')), conflict_count INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX event_by_date ON event (date_earliest, date_latest);
CREATE INDEX event_by_title ON event (folded);
CREATE INDEX event_by_place ON event (place_id);
CREATE INDEX event_by_type ON event (type_id);
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
, merged_into TEXT REFERENCES tag (id) ON DELETE CASCADE, root_id TEXT REFERENCES tag (id) ON DELETE CASCADE) STRICT;
CREATE INDEX tag_by_parent ON tag (parent_id);
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
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  fact TEXT NOT NULL CHECK (fact IN ('happened', 'date', 'place', 'type', 'participant', 'count', 'outcome')),
  key TEXT NOT NULL DEFAULT '', -- participant: the role; count: what is counted; outcome: a label or ''
  holds INTEGER CHECK (holds IN (0, 1)), -- happened: whether it did
  date_edtf TEXT,
  date_words TEXT NOT NULL DEFAULT '',
  date_earliest TEXT, -- derived from date_edtf, for sorting
  date_latest TEXT,
  reference_article_id TEXT REFERENCES article (id) ON DELETE SET NULL, -- its publication date is what date_words count from
  entity_id TEXT REFERENCES entity (id) ON DELETE CASCADE, -- the place or the participant
  precision TEXT NOT NULL DEFAULT '', -- place: how exactly this account says where
  type_id TEXT REFERENCES event_type (id) ON DELETE CASCADE,
  comparison TEXT CHECK (comparison IN ('=', '≥', '≤', '>', '<', '≈')),
  low REAL,
  high REAL, -- null: one number
  text TEXT NOT NULL DEFAULT '', -- outcome
  claimant_kind TEXT NOT NULL DEFAULT 'none' CHECK (claimant_kind IN ('none', 'narrator', 'actors', 'unnamed')),
  claimant_words TEXT NOT NULL DEFAULT '', -- an unnamed source, described
  mode TEXT NOT NULL DEFAULT 'states'
    CHECK (mode IN ('states', 'reports', 'claims', 'alleges', 'confirms', 'denies', 'plans')),
  certainty TEXT NOT NULL DEFAULT '' CHECK (certainty IN ('', 'certain', 'probable', 'possible', 'doubtful')),
  inferred_reason TEXT NOT NULL DEFAULT '', -- why, where no words say it
  instead INTEGER NOT NULL DEFAULT 0 CHECK (instead IN (0, 1)), -- participant: said instead of the others in this role
  preferred_reason TEXT, -- null: not the preferred account of its fact
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK (CASE fact
    WHEN 'happened' THEN holds IS NOT NULL
    WHEN 'date' THEN date_edtf IS NOT NULL
    WHEN 'type' THEN type_id IS NOT NULL
    WHEN 'count' THEN comparison IS NOT NULL AND low IS NOT NULL
    WHEN 'outcome' THEN text <> ''
    ELSE entity_id IS NOT NULL END)
) STRICT;
CREATE INDEX account_by_event ON account (event_id, fact);
CREATE INDEX account_by_entity ON account (entity_id, fact) WHERE entity_id IS NOT NULL;
CREATE INDEX account_by_type ON account (type_id) WHERE type_id IS NOT NULL;
CREATE INDEX account_by_role ON account (key) WHERE fact = 'participant';
CREATE INDEX account_by_reference ON account (reference_article_id) WHERE reference_article_id IS NOT NULL;
CREATE TABLE account_evidence (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'cue')),
  PRIMARY KEY (account_id, annotation_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_evidence_by_annotation ON account_evidence (annotation_id);
CREATE TABLE account_claimant (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  actor_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_claimant_by_actor ON account_claimant (actor_id);
CREATE INDEX event_by_time ON event (
  (coalesce(date_earliest, date_latest, '~')), (coalesce(date_latest, '~')), (date_earliest IS NULL), id);
CREATE INDEX event_in_conflict ON event (id) WHERE conflict_count > 0;
CREATE INDEX entity_by_root ON entity (coalesce(root_id, id));
CREATE INDEX entity_by_end ON entity (root_id) WHERE root_id IS NOT NULL;
CREATE INDEX entity_by_merged_into ON entity (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX entity_by_parent ON entity (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE stored_mention (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_mention_by_entity ON stored_mention (entity_id);
CREATE TABLE entity_relation (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '', -- of an office: "spokesperson"
  date_edtf TEXT,
  date_words TEXT NOT NULL DEFAULT '',
  date_earliest TEXT, -- derived from date_edtf
  date_latest TEXT,
  comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX entity_relation_from ON entity_relation (from_id);
CREATE INDEX entity_relation_to ON entity_relation (to_id);
CREATE TABLE entity_relation_evidence (
  relation_id TEXT NOT NULL REFERENCES entity_relation (id) ON DELETE CASCADE,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  PRIMARY KEY (relation_id, annotation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_relation_evidence_by_annotation ON entity_relation_evidence (annotation_id);
CREATE INDEX event_type_by_parent ON event_type (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE event_relation (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('causes', 'part of', 'same as', 'contradicts', 'responds to', 'before', 'during', 'simultaneous')),
  comment TEXT NOT NULL DEFAULT '',
  UNIQUE (from_id, to_id, type)
) STRICT;
CREATE INDEX event_relation_to ON event_relation (to_id);
CREATE TABLE event_relation_evidence (
  relation_id TEXT NOT NULL REFERENCES event_relation (id) ON DELETE CASCADE,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  PRIMARY KEY (relation_id, annotation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_relation_evidence_by_annotation ON event_relation_evidence (annotation_id);
CREATE TABLE role (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX tag_by_root ON tag (coalesce(root_id, id));
CREATE INDEX tag_by_end ON tag (root_id) WHERE root_id IS NOT NULL;
CREATE INDEX tag_by_merged_into ON tag (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE stored_annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_annotation_tag_by_tag ON stored_annotation_tag (tag_id);
CREATE TABLE stored_article_tag (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_article_tag_by_tag ON stored_article_tag (tag_id);
CREATE VIEW participation AS
  SELECT a.id, a.event_id, coalesce(e.root_id, e.id) AS actor_id, a.key AS role,
    (SELECT min(x.annotation_id) FROM account_evidence x WHERE x.account_id = a.id AND x.kind = 'evidence') AS annotation_id
  FROM account a JOIN entity e ON e.id = a.entity_id WHERE a.fact = 'participant' AND a.mode <> 'denies';
CREATE VIEW mention AS
  SELECT m.annotation_id, coalesce(e.root_id, e.id) AS entity_id
  FROM stored_mention m JOIN entity e ON e.id = m.entity_id;
CREATE VIEW known_name AS
  SELECT n.id, coalesce(e.root_id, e.id) AS entity_id, e.id AS member_id, n.name, n.folded, n.kind
  FROM entity_name n JOIN entity e ON e.id = n.entity_id
  UNION ALL SELECT e.id, e.root_id, e.id, e.name, e.folded, 'alias' FROM entity e WHERE e.root_id IS NOT NULL;
CREATE VIEW known_identifier AS
  SELECT coalesce(e.root_id, e.id) AS entity_id, e.id AS member_id, i.scheme, i.value
  FROM identifier i JOIN entity e ON e.id = i.entity_id;
CREATE VIEW event_place AS
  SELECT a.event_id, coalesce(e.root_id, e.id) AS place_id, a.id AS account_id
  FROM account a JOIN entity e ON e.id = a.entity_id WHERE a.fact = 'place' AND a.mode <> 'denies';
CREATE VIEW current_tag AS
  SELECT t.id, coalesce(p.root_id, p.id) AS parent_id, t.name, t.folded, t.colour, t.description
  FROM tag t LEFT JOIN tag p ON p.id = t.parent_id WHERE t.root_id IS NULL;
CREATE VIEW annotation_tag AS
  SELECT x.annotation_id, coalesce(t.root_id, t.id) AS tag_id
  FROM stored_annotation_tag x JOIN tag t ON t.id = x.tag_id;
CREATE VIEW article_tag AS
  SELECT x.article_id, coalesce(t.root_id, t.id) AS tag_id FROM stored_article_tag x JOIN tag t ON t.id = x.tag_id;
CREATE TABLE "search_item" (
  rowid INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'passage', 'note', 'entity', 'event', 'account', 'tag')),
  item_id TEXT NOT NULL,
  UNIQUE (kind, item_id)
) STRICT;
CREATE TABLE search_word (
  term TEXT PRIMARY KEY,
  seen INTEGER NOT NULL -- in about every 16th thing that has it
) STRICT, WITHOUT ROWID;
CREATE TABLE search_value (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  key TEXT NOT NULL, -- an id, a word of the schema, or a folded label
  label TEXT NOT NULL DEFAULT '', -- of a folded label: as it was first written
  UNIQUE (field, key)
) STRICT;
CREATE TABLE search_rows (
  value_id INTEGER NOT NULL,
  chunk INTEGER NOT NULL, -- row >> 16
  rows BLOB NOT NULL,
  PRIMARY KEY (value_id, chunk)
) STRICT;
CREATE TABLE search_column (
  name TEXT NOT NULL,
  chunk INTEGER NOT NULL, -- row / 1024
  cells BLOB NOT NULL,
  PRIMARY KEY (name, chunk)
) STRICT;
CREATE TABLE search_fact (
  row INTEGER PRIMARY KEY,
  facts BLOB NOT NULL,
  starts BLOB -- article: where its sentences begin
) STRICT;
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
CREATE TABLE locator (
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'chapter')),
  start INTEGER NOT NULL,
  number INTEGER NOT NULL, -- from 0, by kind
  label TEXT NOT NULL, -- as the source has it: 'xii', '12', 'Introduction'
  PRIMARY KEY (revision_id, kind, start, number)
) STRICT, WITHOUT ROWID;
