/** Passages with the keys they belong to on an axis, read in order of passages, so that two axes can be followed side by side. */
import type { PassageFilters } from '../../../../shared/contract/passages';
import { type ReadableDB, rawDatabase } from '../../core/sql';
import type { LinkName } from './axes';
import { filterCondition } from './filter-sql';

type Link = readonly [annotationId: string, itemId: string];

/** In the order of each table's own key, so that nothing is sorted. */
const selects: Readonly<
  Record<LinkName, { readonly from: string; readonly id: string; readonly item: string }>
> = {
  mention: { from: 'stored_mention', id: 'annotation_id', item: 'entity_id' },
  tag: { from: 'stored_annotation_tag', id: 'annotation_id', item: 'tag_id' },
  evidence: { from: 'evidence', id: 'annotation_id', item: 'event_id' },
  article: { from: 'annotation', id: 'id', item: 'article_id' },
};

/** All links of a kind that passages of a filter have, in order of passages. */
export function readLinks(db: ReadableDB, name: LinkName, filters: PassageFilters): readonly Link[] {
  const { from, id, item } = selects[name];
  const { sql, params } = filterCondition(db, filters);
  const where = sql === 'true' ? '' : `WHERE ${id} IN (SELECT annotation.id FROM annotation WHERE ${sql})`;
  const select = `SELECT ${id}, ${item} FROM ${from} ${where} ORDER BY ${id}`;
  return rawDatabase(db)
    .prepare(select)
    .raw()
    .all(...params) as Link[];
}

/** Numbers that passages belong to: `numbers[n]` are those of the passage `ids[n]`. */
export interface Belonging {
  readonly ids: readonly string[];
  readonly numbers: readonly (readonly number[])[];
}

const none: readonly number[] = [];

/** What the passages of links belong to, by what each item stands for; passages that belong to nothing are left out. */
export function belongingOf(
  links: readonly Link[],
  numbersOf: ReadonlyMap<string, readonly number[]>,
): Belonging {
  const ids: string[] = [];
  const numbers: (readonly number[])[] = [];
  for (const [id, item] of links) {
    const found = numbersOf.get(item) ?? none;
    if (found.length === 0) continue;
    const last = ids.length - 1;
    if (ids[last] === id) numbers[last] = [...(numbers[last] ?? none), ...found];
    else {
      ids.push(id);
      numbers.push(found);
    }
  }
  return { ids, numbers };
}
