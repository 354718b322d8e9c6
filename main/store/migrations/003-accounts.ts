/**
 * Accounts. What is said of an event (when, where, what sort, who, how many, what came of it, whether at all) becomes a
 * row of its own with who says so; the event's own columns are derived from these from now on. Entities and tags can be
 * merged without losing where anything came from: `merged_into` says what became of one, `root_id` where that ends, and
 * the views `mention`, `annotation_tag` and `article_tag` read the stored links as they stand after merging.
 */

/** An id of the time of another: a UUIDv7 in SQL. */
const newIdAt = (id: string) => `substr(${id}, 1, 15) || lower(substr(hex(randomblob(2)), 2)) || '-a'
  || lower(substr(hex(randomblob(2)), 2)) || '-' || lower(hex(randomblob(6)))`;

const accounts = `
-- One value for one fact of an event, with who says so. A fact is (event_id, fact, key).
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
-- The passages an account rests on, and those whose words say how it is put forward ("claims", "reportedly").
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
`;

const eventColumns = `
ALTER TABLE event ADD COLUMN happened TEXT NOT NULL DEFAULT 'unsaid' -- derived from accounts, as date, place and type are
  CHECK (happened IN ('unsaid', 'yes', 'no', 'planned', 'contested'));
ALTER TABLE event ADD COLUMN conflict_count INTEGER NOT NULL DEFAULT 0; -- derived: facts with conflicts undecided
DROP INDEX event_by_time;
CREATE INDEX event_by_time ON event (
  (coalesce(date_earliest, date_latest, '~')), (coalesce(date_latest, '~')), (date_earliest IS NULL), id);
CREATE INDEX event_in_conflict ON event (id) WHERE conflict_count > 0;
INSERT INTO account (id, event_id, fact, date_edtf, date_words, date_earliest, date_latest, created_at, modified_at)
  SELECT ${newIdAt('id')}, id, 'date', date_edtf, date_words, date_earliest, date_latest, created_at, modified_at
  FROM event WHERE date_edtf IS NOT NULL;
INSERT INTO account (id, event_id, fact, entity_id, created_at, modified_at)
  SELECT ${newIdAt('id')}, id, 'place', place_id, created_at, modified_at FROM event WHERE place_id IS NOT NULL;
INSERT INTO account (id, event_id, fact, type_id, created_at, modified_at)
  SELECT ${newIdAt('id')}, id, 'type', type_id, created_at, modified_at FROM event WHERE type_id IS NOT NULL;
INSERT INTO account (id, event_id, fact, key, entity_id, claimant_kind, created_at, modified_at)
  SELECT p.id, p.event_id, 'participant', p.role, p.actor_id, iif(p.annotation_id IS NULL, 'none', 'narrator'),
    e.created_at, e.modified_at
  FROM participation p JOIN event e ON e.id = p.event_id;
INSERT INTO account_evidence SELECT id, annotation_id, 'evidence' FROM participation WHERE annotation_id IS NOT NULL;
INSERT OR IGNORE INTO evidence SELECT annotation_id, event_id FROM participation WHERE annotation_id IS NOT NULL;
`;

const entities = `
ALTER TABLE entity ADD COLUMN merged_into TEXT REFERENCES entity (id) ON DELETE CASCADE; -- null: stands for itself
ALTER TABLE entity ADD COLUMN root_id TEXT REFERENCES entity (id) ON DELETE CASCADE; -- derived: where merged_into ends; null: here
ALTER TABLE entity ADD COLUMN parent_id TEXT REFERENCES entity (id) ON DELETE SET NULL; -- a place around a place, a body over a body
ALTER TABLE entity ADD COLUMN precision TEXT NOT NULL DEFAULT ''
  CHECK (precision IN ('', 'point', 'settlement', 'district', 'region', 'country'));
ALTER TABLE entity ADD COLUMN latitude REAL CHECK (latitude BETWEEN -90 AND 90); -- WGS 84, degrees
ALTER TABLE entity ADD COLUMN longitude REAL CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE entity ADD COLUMN radius_km REAL CHECK (radius_km > 0); -- how far from there it may lie; null: as its precision says
ALTER TABLE entity ADD COLUMN geo_source TEXT NOT NULL DEFAULT ''; -- where the coordinates are from, with its licence
CREATE INDEX entity_by_root ON entity (coalesce(root_id, id));
CREATE INDEX entity_by_end ON entity (root_id) WHERE root_id IS NOT NULL;
CREATE INDEX entity_by_merged_into ON entity (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX entity_by_parent ON entity (parent_id) WHERE parent_id IS NOT NULL;
ALTER TABLE entity_name ADD COLUMN kind TEXT NOT NULL DEFAULT 'alias'
  CHECK (kind IN ('name', 'alias', 'weak alias', 'former', 'other script', 'metonym'));
CREATE TABLE stored_mention (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, entity_id)
) STRICT, WITHOUT ROWID;
INSERT INTO stored_mention SELECT annotation_id, entity_id FROM mention;
CREATE INDEX stored_mention_by_entity ON stored_mention (entity_id);
-- What an actor is to another: a member, its spokesperson, its ally; over what time, on which words.
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
`;

const events = `
ALTER TABLE event_type ADD COLUMN parent_id TEXT REFERENCES event_type (id) ON DELETE SET NULL;
ALTER TABLE event_type ADD COLUMN description TEXT NOT NULL DEFAULT '';
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
-- The roles that actors have in events, in the researcher's order.
CREATE TABLE role (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  description TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO role (id, name, position)
  SELECT ${newIdAt('n.id')}, r.role, row_number() OVER (ORDER BY r.place, r.role) - 1
  FROM notebook n, (SELECT role, min(place) AS place FROM (
    SELECT json_each.value AS role, json_each.key AS place FROM json_each('["initiator","target","speaker","addressee","mediator","victim","participant"]')
    UNION ALL SELECT role, 100 FROM participation) GROUP BY role) r;
`;

const tags = `
ALTER TABLE tag ADD COLUMN merged_into TEXT REFERENCES tag (id) ON DELETE CASCADE; -- null: stands for itself
ALTER TABLE tag ADD COLUMN root_id TEXT REFERENCES tag (id) ON DELETE CASCADE; -- derived: where merged_into ends; null: here
CREATE INDEX tag_by_root ON tag (coalesce(root_id, id));
CREATE INDEX tag_by_end ON tag (root_id) WHERE root_id IS NOT NULL;
CREATE INDEX tag_by_merged_into ON tag (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE stored_annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
INSERT INTO stored_annotation_tag SELECT annotation_id, tag_id FROM annotation_tag;
CREATE INDEX stored_annotation_tag_by_tag ON stored_annotation_tag (tag_id);
CREATE TABLE stored_article_tag (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;
INSERT INTO stored_article_tag SELECT article_id, tag_id FROM article_tag;
CREATE INDEX stored_article_tag_by_tag ON stored_article_tag (tag_id);
`;

/** The links as they stand after merging; one that both had stands here twice. */
const views = `
DROP TABLE participation;
DROP TABLE mention;
DROP TABLE annotation_tag;
DROP TABLE article_tag;
CREATE VIEW participation AS
  SELECT a.id, a.event_id, coalesce(e.root_id, e.id) AS actor_id, a.key AS role,
    (SELECT min(x.annotation_id) FROM account_evidence x WHERE x.account_id = a.id AND x.kind = 'evidence') AS annotation_id
  FROM account a JOIN entity e ON e.id = a.entity_id WHERE a.fact = 'participant' AND a.mode <> 'denies';
CREATE VIEW mention AS
  SELECT m.annotation_id, coalesce(e.root_id, e.id) AS entity_id
  FROM stored_mention m JOIN entity e ON e.id = m.entity_id;
-- Every further name that an entity goes by: its own, and the names of what was merged into it (member_id).
CREATE VIEW known_name AS
  SELECT n.id, coalesce(e.root_id, e.id) AS entity_id, e.id AS member_id, n.name, n.folded, n.kind
  FROM entity_name n JOIN entity e ON e.id = n.entity_id
  UNION ALL SELECT e.id, e.root_id, e.id, e.name, e.folded, 'alias' FROM entity e WHERE e.root_id IS NOT NULL;
CREATE VIEW known_identifier AS
  SELECT coalesce(e.root_id, e.id) AS entity_id, e.id AS member_id, i.scheme, i.value
  FROM identifier i JOIN entity e ON e.id = i.entity_id;
-- Where events are said to have happened, by every account of it.
CREATE VIEW event_place AS
  SELECT a.event_id, coalesce(e.root_id, e.id) AS place_id, a.id AS account_id
  FROM account a JOIN entity e ON e.id = a.entity_id WHERE a.fact = 'place' AND a.mode <> 'denies';
-- The codebook as it stands after merging.
CREATE VIEW current_tag AS
  SELECT t.id, coalesce(p.root_id, p.id) AS parent_id, t.name, t.folded, t.colour, t.description
  FROM tag t LEFT JOIN tag p ON p.id = t.parent_id WHERE t.root_id IS NULL;
CREATE VIEW annotation_tag AS
  SELECT x.annotation_id, coalesce(t.root_id, t.id) AS tag_id
  FROM stored_annotation_tag x JOIN tag t ON t.id = x.tag_id;
CREATE VIEW article_tag AS
  SELECT x.article_id, coalesce(t.root_id, t.id) AS tag_id FROM stored_article_tag x JOIN tag t ON t.id = x.tag_id;
`;

const of = (side: 'before' | 'after', column: string) => `(j.value ->> '$.${side}.${column}')`;
const isDeletionOf = (table: string) =>
  `j.value ->> '$.table' = '${table}' AND j.value ->> '$.after' IS NULL AND j.value ->> '$.before' IS NOT NULL`;

/** A deleted account, as the record of a deletion has it. */
const deletedAccount = (
  id: string,
  eventId: string,
  columns: string,
) => `json_object('table', 'account', 'after', NULL,
  'before', json_object('id', ${id}, 'event_id', ${eventId}, 'created_at', trash.trashed_at, 'modified_at', trash.trashed_at, ${columns}))`;
const deletedEvidence = (
  accountId: string,
  annotationId: string,
) => `json_object('table', 'account_evidence', 'after', NULL,
  'before', json_object('account_id', ${accountId}, 'annotation_id', ${annotationId}, 'kind', 'evidence'))`;
const dateColumns = `'date_edtf', ${of('before', 'date_edtf')}, 'date_words', coalesce(${of('before', 'date_words')}, ''),
  'date_earliest', ${of('before', 'date_earliest')}, 'date_latest', ${of('before', 'date_latest')}`;
const eventId = of('before', 'id');

/** What a recorded change of format 2 is in format 3: rows of (key, change) in order, `part` telling apart several of one. */
const changesNow = `
  SELECT j.key, 0 AS part, CASE j.value ->> '$.table'
      WHEN 'mention' THEN json_set(j.value, '$.table', 'stored_mention')
      WHEN 'annotation_tag' THEN json_set(j.value, '$.table', 'stored_annotation_tag')
      WHEN 'article_tag' THEN json_set(j.value, '$.table', 'stored_article_tag')
      ELSE j.value END AS change
    FROM json_each(trash.changes) j WHERE j.value ->> '$.table' <> 'participation'
      AND NOT (j.value ->> '$.table' = 'event' AND j.value ->> '$.after' IS NOT NULL)
  UNION ALL SELECT j.key, 1, ${deletedAccount(newIdAt(eventId), eventId, `'fact', 'date', ${dateColumns}`)}
    FROM json_each(trash.changes) j WHERE ${isDeletionOf('event')} AND ${of('before', 'date_edtf')} IS NOT NULL
  UNION ALL SELECT j.key, 2, ${deletedAccount(newIdAt(eventId), eventId, `'fact', 'place', 'entity_id', ${of('before', 'place_id')}`)}
    FROM json_each(trash.changes) j WHERE j.value ->> '$.table' = 'event' AND ${of('before', 'place_id')} IS NOT NULL
      AND ${of('after', 'place_id')} IS NULL
  UNION ALL SELECT j.key, 3, ${deletedAccount(newIdAt(eventId), eventId, `'fact', 'type', 'type_id', ${of('before', 'type_id')}`)}
    FROM json_each(trash.changes) j WHERE j.value ->> '$.table' = 'event' AND ${of('before', 'type_id')} IS NOT NULL
      AND ${of('after', 'type_id')} IS NULL
  UNION ALL SELECT j.key, 4, ${deletedAccount(
    eventId,
    of('before', 'event_id'),
    `'fact', 'participant', 'key', ${of('before', 'role')}, 'entity_id', ${of('before', 'actor_id')},
     'claimant_kind', iif(${of('before', 'annotation_id')} IS NULL, 'none', 'narrator')`,
  )}
    FROM json_each(trash.changes) j WHERE ${isDeletionOf('participation')}
  UNION ALL SELECT j.key, 5, ${deletedEvidence(eventId, of('before', 'annotation_id'))}
    FROM json_each(trash.changes) j WHERE j.value ->> '$.table' = 'participation'
      AND ${of('before', 'annotation_id')} IS NOT NULL AND ${of('after', 'annotation_id')} IS NULL`;

/** What waits in the trash comes back as what it would be now. */
const trash = `
UPDATE trash SET changes = (SELECT json_group_array(json(change) ORDER BY key, part) FROM (${changesNow}))
WHERE EXISTS (SELECT 1 FROM json_each(trash.changes) j WHERE j.value ->> '$.table'
  IN ('mention', 'annotation_tag', 'article_tag', 'participation', 'event'));
`;

/** Format 3. */
export const accountsFormat = accounts + eventColumns + entities + events + tags + views + trash;
