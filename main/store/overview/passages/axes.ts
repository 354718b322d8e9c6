/** What passages are counted by: for each dimension, the links that say which passage belongs where, and what each link stands for. */
import type { Dimension } from '../../../../shared/contract/passages';
import { all, type ReadableDB } from '../../core/sql';
import { monthSql } from './filter-sql';
import { type Hierarchy, readHierarchy, selfAndAbove } from './hierarchy';

/** From passages (`annotation_id`) to things (`item_id`), in order of passages. */
export type LinkName = 'mention' | 'tag' | 'evidence' | 'article';

export interface Axis {
  readonly link: LinkName;
  /** The keys that an item stands for, nearest first; an item that is not here stands for none. */
  readonly keysOf: ReadonlyMap<string, readonly string[]>;
  /** Names of keys; a key without one is its own. */
  readonly labels: ReadonlyMap<string, string>;
}

interface Item {
  readonly id: string;
  readonly key: string;
  readonly label: string;
}

const axisOf = (link: LinkName, items: readonly Item[]): Axis => ({
  link,
  keysOf: new Map(items.map(({ id, key }) => [id, [key]])),
  labels: new Map(items.map(({ key, label }) => [key, label])),
});

const entityAxis =
  (kind: string) =>
  (db: ReadableDB): Axis =>
    axisOf(
      'mention',
      all<Item>(
        db,
        `SELECT e.id, r.id AS key, r.name AS label FROM entity AS e JOIN entity AS r ON r.id = coalesce(e.root_id, e.id)
       WHERE r.kind = ?`,
        [kind],
      ),
    );

type Named = { readonly id: string; readonly name: string };
const namesOf = (rows: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ id, name }) => [id, name]));
const pathsOf = (tree: Hierarchy, ids: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(ids.map((id) => [id, selfAndAbove(tree, id)]));

function placeAxis(db: ReadableDB): Axis {
  const tree = readHierarchy(db, 'place');
  const labels = namesOf(
    all<Named>(db, `SELECT id, name FROM entity WHERE kind = 'place' AND root_id IS NULL`),
  );
  return { link: 'mention', keysOf: pathsOf(tree, [...tree.own.keys()]), labels };
}

function tagAxis(db: ReadableDB): Axis {
  const tree = readHierarchy(db, 'tag');
  const labels = namesOf(all<Named>(db, 'SELECT id, name FROM tag'));
  return { link: 'tag', keysOf: pathsOf(tree, [...tree.own.keys()]), labels };
}

function typeAxis(db: ReadableDB): Axis {
  const tree = readHierarchy(db, 'event_type');
  const events = all<{ id: string; typeId: string }>(
    db,
    'SELECT id, type_id AS typeId FROM event WHERE type_id IS NOT NULL',
  );
  const keysOf = new Map(events.map(({ id, typeId }) => [id, selfAndAbove(tree, typeId)]));
  return { link: 'evidence', keysOf, labels: namesOf(all<Named>(db, 'SELECT id, name FROM event_type')) };
}

const itemsOf =
  (link: LinkName, table: string, key: string) =>
  (db: ReadableDB): Axis =>
    axisOf(
      link,
      all<Item>(
        db,
        `SELECT id, ${key} AS key, ${key} AS label FROM ${table} WHERE coalesce(${key}, '') <> ''`,
      ),
    );

const axes: Readonly<Record<Dimension, (db: ReadableDB) => Axis>> = {
  actor: entityAxis('actor'),
  place: placeAxis,
  object: entityAxis('object'),
  tag: tagAxis,
  type: typeAxis,
  eventMonth: itemsOf('evidence', 'event', monthSql('date_earliest', 'date_latest')),
  article: (db) => axisOf('article', all<Item>(db, `SELECT id, id AS key, title AS label FROM article`)),
  publisher: itemsOf('article', 'article', 'publisher'),
  month: itemsOf('article', 'article', monthSql('published_earliest', 'published_latest')),
};

/** The axis of a dimension, as the notebook stands. */
export function readAxis(db: ReadableDB, dimension: Dimension): Axis {
  return axes[dimension](db);
}
