/** Which units of the facet index a command's row changes touch: their facts are computed again from the rows. */
import type { RowChange } from '../../core/recorder';
import { pluck, type ReadableDB, type SqlValue } from '../../core/sql';

type Row = Readonly<Record<string, SqlValue>>;

/** What is to be computed again of an article. */
export interface DirtyArticle {
  /** All passages, or these. */
  readonly passages: Set<string>;
  /** Every passage, because what they share with the article changed. */
  all: boolean;
  /** The words of the text changed, so that every passage may stand in another sentence. */
  moved: boolean;
}

/** Units by id. */
export interface DirtyUnits {
  readonly articles: Map<string, DirtyArticle>;
  readonly events: Set<string>;
  readonly notes: Set<string>;
  readonly entities: Set<string>;
  readonly tags: Set<string>;
}

export const noUnits = (): DirtyUnits => ({
  articles: new Map(),
  events: new Set(),
  notes: new Set(),
  entities: new Set(),
  tags: new Set(),
});

interface Marking {
  readonly db: ReadableDB;
  readonly units: DirtyUnits;
}

/** The article of a unit, marked. */
export function markArticle(units: DirtyUnits, id: SqlValue | undefined): DirtyArticle {
  const key = String(id);
  let article = units.articles.get(key);
  if (!article) units.articles.set(key, (article = { passages: new Set(), all: false, moved: false }));
  return article;
}

/** A passage that is gone was marked by its own row's change. */
function markPassage({ db, units }: Marking, id: SqlValue | undefined): void {
  const passage = String(id);
  const select = 'SELECT article_id FROM annotation WHERE id = ?';
  for (const article of pluck<string>(db, select, [passage]))
    markArticle(units, article).passages.add(passage);
}

function markPassages(marking: Marking, sql: string, id: SqlValue | undefined): void {
  for (const passage of pluck<string>(marking.db, sql, { id: String(id) })) markPassage(marking, passage);
}

const ofEvent = `SELECT annotation_id FROM evidence WHERE event_id = @id UNION
  SELECT x.annotation_id FROM account c JOIN account_evidence x ON x.account_id = c.id WHERE c.event_id = @id`;
const ofAccount = 'SELECT annotation_id FROM account_evidence WHERE account_id = @id';
const eventsOfArticle = `SELECT v.event_id FROM annotation n JOIN evidence v ON v.annotation_id = n.id WHERE n.article_id = @id
  UNION SELECT c.event_id FROM annotation n JOIN account_evidence x ON x.annotation_id = n.id
  JOIN account c ON c.id = x.account_id WHERE n.article_id = @id`;
const eventsOfPassage = `SELECT event_id FROM evidence WHERE annotation_id = @id
  UNION SELECT c.event_id FROM account_evidence x JOIN account c ON c.id = x.account_id WHERE x.annotation_id = @id`;

function markEvents({ db, units }: Marking, sql: string, id: SqlValue | undefined): void {
  for (const event of pluck<string>(db, sql, { id: String(id) })) units.events.add(event);
}

function markAccount(marking: Marking, id: SqlValue | undefined): void {
  markPassages(marking, ofAccount, id);
  markEvents(marking, 'SELECT event_id FROM account WHERE id = @id', id);
}

function markCited(marking: Marking, row: Row): void {
  const { db, units } = marking;
  const id = row['target_id'];
  const root = 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?';
  switch (row['target_kind']) {
    case 'annotation':
      return markPassage(marking, id);
    case 'article':
      return void markArticle(units, id);
    case 'event':
      return void units.events.add(String(id));
    default:
      for (const entity of pluck<string>(db, root, [String(id)])) units.entities.add(entity);
  }
}

function markRoot(units: Set<string>, row: Row): void {
  for (const id of [row['id'], row['root_id']]) if (typeof id === 'string') units.add(id);
}

/** What a row of a table marks, on either side of its change. */
const marks: Readonly<Record<string, (marking: Marking, row: Row, changed: ReadonlySet<string>) => void>> = {
  article: (marking, row, changed) => {
    const article = markArticle(marking.units, row['id']);
    if (changed.has('revision_id')) article.moved = true;
    if (!sharedColumns.some((column) => changed.has(column))) return;
    article.all = true;
    // Of a new article, or one that is gone, the evidence itself is among the changes.
    if (!changed.has('id')) markEvents(marking, eventsOfArticle, row['id']);
  },
  revision: (marking, row) => void (markArticle(marking.units, row['article_id']).moved = true),
  exclusion: ({ db, units }, row) => {
    const select = 'SELECT article_id FROM revision WHERE id = ?';
    for (const id of pluck<string>(db, select, [String(row['revision_id'])])) markArticle(units, id);
  },
  annotation: (marking, row, changed) => {
    markArticle(marking.units, row['article_id']).passages.add(String(row['id']));
    if (changed.has('article_id')) markEvents(marking, eventsOfPassage, row['id']);
  },
  selector: (marking, row) => markPassage(marking, row['annotation_id']),
  anchor: (marking, row) => markPassage(marking, row['annotation_id']),
  stored_mention: (marking, row) => markPassage(marking, row['annotation_id']),
  stored_annotation_tag: (marking, row) => markPassage(marking, row['annotation_id']),
  stored_article_tag: ({ units }, row) => void markArticle(units, row['article_id']),
  evidence: (marking, row) => {
    markPassage(marking, row['annotation_id']);
    marking.units.events.add(String(row['event_id']));
  },
  account_evidence: (marking, row) => {
    markPassage(marking, row['annotation_id']);
    markAccount(marking, row['account_id']);
  },
  account_claimant: (marking, row) => markAccount(marking, row['account_id']),
  account: (marking, row) => {
    marking.units.events.add(String(row['event_id']));
    markPassages(marking, ofAccount, row['id']);
  },
  event: (marking, row) => {
    marking.units.events.add(String(row['id']));
    markPassages(marking, ofEvent, row['id']);
  },
  citation: (marking, row) => {
    marking.units.notes.add(String(row['note_id']));
    markCited(marking, row);
  },
  note: ({ units }, row) => void units.notes.add(String(row['id'])),
  entity: ({ units }, row) => markRoot(units.entities, row),
  tag: ({ units }, row) => markRoot(units.tags, row),
};

/** What passages share with their article. */
const sharedColumns = ['publisher', 'authors', 'language', 'published_earliest', 'published_latest'];

/** The columns that facts follow from, where a row has others too. */
const factColumns: Readonly<Record<string, readonly string[]>> = {
  article: [...sharedColumns, 'revision_id', 'read_at'],
  annotation: ['article_id', 'colour', 'comment'],
  account: ['event_id', 'fact', 'key', 'entity_id', 'mode', 'certainty', 'claimant_kind'],
  event: ['type_id', 'conflict_count'],
  note: [],
  entity: ['root_id'],
  tag: ['root_id'],
};

/** The columns that a change touches; of a row made or removed, all of them. */
function changedColumns({ table, before, after }: RowChange): ReadonlySet<string> {
  const names = factColumns[table] ?? Object.keys(after ?? before ?? {});
  if (!before || !after) return new Set([...names, 'id']);
  // Whether an event is in conflict counts, not how often.
  const value = (row: Row, name: string) => (name === 'conflict_count' ? Number(row[name]) > 0 : row[name]);
  return new Set(names.filter((name) => value(before, name) !== value(after, name)));
}

/** The units that changes touch, whether they are still there or not. */
export function dirtyUnits(db: ReadableDB, changes: readonly RowChange[]): DirtyUnits {
  const units = noUnits();
  for (const change of changes) {
    const mark = marks[change.table];
    if (!mark) continue;
    const changed = changedColumns(change);
    if (changed.size === 0) continue;
    for (const row of [change.before, change.after]) if (row) mark({ db, units }, row, changed);
  }
  return units;
}
