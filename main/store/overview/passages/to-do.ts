/** What is left to do, a list a kind: each is one SELECT, so that its count and its list cannot differ. */
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import {
  type ToDoCount,
  type ToDoItem,
  type ToDoKind,
  toDoKinds,
} from '../../../../shared/contract/passages';
import { all, countOf, type ReadableDB } from '../../core/sql';
import { byTimeOfAnyYear as eventOrder } from '../../events/events';

interface ToDoList {
  /** `FROM …` with its conditions. */
  readonly from: string;
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly order: string;
}

const articleOrder = 'article.sort_title, article.id';
const ofEvent = { id: 'event.id', label: 'event.title', order: eventOrder };
const ofEntity = { id: 'entity.id', label: 'entity.name', detail: `''`, order: 'entity.folded, entity.id' };
const ofArticle = { id: 'article.id', label: 'article.title', order: articleOrder };

/**
 * Facts none of whose accounts has words, or a reason why it holds without. The type that the researcher gives an event is
 * their own ordering of it, which no source has to say.
 */
const bareFacts = `SELECT a.event_id, a.fact, a.key FROM account AS a
  WHERE NOT (a.fact = 'type' AND a.claimant_kind = 'none')
  GROUP BY a.event_id, a.fact, a.key
  HAVING max(a.inferred_reason <> '' OR EXISTS
    (SELECT 1 FROM account_evidence AS x WHERE x.account_id = a.id AND x.kind = 'evidence')) = 0`;

const withoutEvidence = 'NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.event_id = event.id)';

const lists: Readonly<Record<ToDoKind, ToDoList>> = {
  conflict: { ...ofEvent, from: 'event WHERE conflict_count > 0', detail: 'event.conflict_count' },
  'event-evidence': { ...ofEvent, from: `event WHERE ${withoutEvidence}`, detail: `''` },
  // Those of an event without any are told by the event.
  'fact-evidence': {
    ...ofEvent,
    from: `(${bareFacts}) AS bare CROSS JOIN event ON event.id = bare.event_id WHERE NOT (${withoutEvidence})`,
    detail: `iif(bare.key = '', bare.fact, bare.fact || ': ' || bare.key)`,
    order: `${eventOrder}, bare.fact, bare.key`,
  },
  date: {
    ...ofEvent,
    from: `(SELECT event_id, min(date_edtf) AS edtf FROM account
      WHERE fact = 'date' AND date_earliest IS NULL AND date_latest IS NULL GROUP BY event_id) AS open
      CROSS JOIN event ON event.id = open.event_id`,
    detail: 'open.edtf',
  },
  'actor-kind': {
    ...ofEntity,
    from: `entity WHERE kind = 'actor' AND actor_kind = '' AND root_id IS NULL`,
  },
  'place-coordinates': {
    ...ofEntity,
    from: `entity WHERE kind = 'place' AND latitude IS NULL AND root_id IS NULL`,
  },
  'article-unread': { ...ofArticle, from: 'article WHERE read_at IS NULL', detail: 'article.publisher' },
  'article-date': { ...ofArticle, from: 'article WHERE published_edtf IS NULL', detail: 'article.publisher' },
  'passage-review': {
    from: `(SELECT anchor.annotation_id, article.id AS article_id, min(anchor.start) AS start
      FROM article CROSS JOIN anchor ON anchor.revision_id = article.revision_id
      WHERE anchor.state IN ('changed', 'orphan') GROUP BY anchor.annotation_id) AS waiting
      CROSS JOIN article ON article.id = waiting.article_id`,
    id: 'waiting.annotation_id',
    label: `(SELECT group_concat(exact, ' … ' ORDER BY part) FROM selector WHERE annotation_id = waiting.annotation_id)`,
    detail: 'article.title',
    order: `${articleOrder}, waiting.start, waiting.annotation_id`,
  },
};

const countIn = (db: ReadableDB, kind: ToDoKind): number =>
  countOf(db, `SELECT count(*) FROM ${lists[kind].from}`);

/** How much there is to do of each kind, in the order of the kinds. */
export function listToDo(db: ReadableDB, _args: QueryArgs<'listToDo'>): ToDoCount[] {
  return toDoKinds.map((kind) => ({ kind, count: countIn(db, kind) }));
}

/** A page of what there is to do of one kind: events in order of time, articles and names by name, passages as they stand. */
export function listToDoItems(
  db: ReadableDB,
  { kind, offset, limit }: QueryArgs<'listToDoItems'>,
): Page<ToDoItem> {
  const { from, id, label, detail, order } = lists[kind];
  const rows = all<ToDoItem>(
    db,
    `SELECT ${id} AS id, ${label} AS label, CAST(${detail} AS TEXT) AS detail FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  return { rows, total: countIn(db, kind) };
}
