/**
 * All passages of the notebook, filtered and in order. Passages in order of their articles are found article by article:
 * how many there are in each says which articles a page is in, so that no list is sorted whole.
 */
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import type { ListedPassage, PassageSort } from '../../../../shared/contract/passages';
import { all, countOf, pluck, type ReadableDB } from '../../core/sql';
import { passageRefsOf } from '../../entities/passage-refs';
import { widenQuotes } from '../../entities/widen-quotes';
import { filterCondition } from './filter-sql';

type Condition = ReturnType<typeof filterCondition>;
interface Span {
  readonly offset: number;
  readonly limit: number;
}

const byArticle: Readonly<Record<Exclude<PassageSort, 'newest'>, string>> = {
  date: 'article.published_earliest IS NULL, article.published_earliest, article.id',
  title: 'article.sort_title, article.id',
};

/** The articles that a page of passages lies in, and how many passages of them come before it. */
function articlesOfPage(
  counts: ReadonlyMap<string, number>,
  ordered: readonly string[],
  { offset, limit }: Span,
): { readonly ids: readonly string[]; readonly skip: number } {
  const ids: string[] = [];
  let before = 0;
  let skip = 0;
  for (const id of ordered) {
    const count = counts.get(id) ?? 0;
    if (before >= offset + limit) break;
    if (count > 0 && before + count > offset) {
      if (ids.length === 0) skip = offset - before;
      ids.push(id);
    }
    before += count;
  }
  return { ids, skip };
}

interface Found {
  readonly ids: readonly string[];
  readonly total: number;
}

function pageByArticle(db: ReadableDB, { sql, params }: Condition, order: string, span: Span): Found {
  const counted = all<{ id: string; count: number }>(
    db,
    `SELECT article_id AS id, count(*) AS count FROM annotation WHERE ${sql} GROUP BY article_id`,
    params,
  );
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  const page = articlesOfPage(counts, pluck(db, `SELECT id FROM article ORDER BY ${order}`), span);
  const ids = pluck<string>(
    db,
    `SELECT annotation.id FROM json_each(?) AS wanted
     CROSS JOIN annotation ON annotation.article_id = wanted.value
     CROSS JOIN article ON article.id = annotation.article_id
     LEFT JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.part = 0 AND anchor.revision_id = article.revision_id
     WHERE ${sql} ORDER BY wanted.key, anchor.start, annotation.id LIMIT ? OFFSET ?`,
    [JSON.stringify(page.ids), ...params, span.limit, page.skip],
  );
  return { ids, total };
}

/** Ids are in order of time. */
function pageByAge(db: ReadableDB, { sql, params }: Condition, { offset, limit }: Span): Found {
  const ids = pluck<string>(db, `SELECT id FROM annotation WHERE ${sql} ORDER BY id DESC LIMIT ? OFFSET ?`, [
    ...params,
    limit,
    offset,
  ]);
  return { ids, total: countOf(db, `SELECT count(*) FROM annotation WHERE ${sql}`, params) };
}

interface Links extends Pick<ListedPassage, 'colour'> {
  readonly id: string;
  readonly tags: string;
  readonly entities: string;
  readonly events: string;
  readonly modes: string;
  readonly cues: string;
}

const linksSql = `SELECT annotation.id, annotation.colour,
  (SELECT json_group_array(json_object('id', t.id, 'name', t.name, 'colour', t.colour) ORDER BY t.folded)
    FROM (SELECT DISTINCT tag_id FROM annotation_tag WHERE annotation_id = annotation.id) AS worn
    CROSS JOIN tag AS t ON t.id = worn.tag_id) AS tags,
  (SELECT json_group_array(json_object('entityId', e.id, 'kind', e.kind, 'name', e.name) ORDER BY e.folded)
    FROM (SELECT DISTINCT entity_id FROM mention WHERE annotation_id = annotation.id) AS named
    CROSS JOIN entity AS e ON e.id = named.entity_id) AS entities,
  (SELECT json_group_array(json_object('eventId', v.id, 'title', v.title) ORDER BY v.id)
    FROM evidence AS x CROSS JOIN event AS v ON v.id = x.event_id WHERE x.annotation_id = annotation.id) AS events,
  (SELECT json_group_array(DISTINCT a.mode ORDER BY a.mode)
    FROM account_evidence AS x CROSS JOIN account AS a ON a.id = x.account_id
    WHERE x.annotation_id = annotation.id AND x.kind = 'evidence') AS modes,
  (SELECT json_group_array(DISTINCT json_object('mode', a.mode, 'eventId', v.id, 'title', v.title))
    FROM account_evidence AS x CROSS JOIN account AS a ON a.id = x.account_id CROSS JOIN event AS v ON v.id = a.event_id
    WHERE x.annotation_id = annotation.id AND x.kind = 'cue') AS cues
  FROM json_each(?) AS wanted CROSS JOIN annotation ON annotation.id = wanted.value`;

function withLinks(db: ReadableDB, ids: readonly string[]): ListedPassage[] {
  const links = new Map(all<Links>(db, linksSql, [JSON.stringify(ids)]).map((row) => [row.id, row]));
  return widenQuotes(db, passageRefsOf(db, ids)).flatMap((passage) => {
    const row = links.get(passage.annotationId);
    if (!row) return [];
    return [
      {
        ...passage,
        colour: row.colour,
        tags: JSON.parse(row.tags) as ListedPassage['tags'],
        entities: JSON.parse(row.entities) as ListedPassage['entities'],
        events: JSON.parse(row.events) as ListedPassage['events'],
        modes: JSON.parse(row.modes) as ListedPassage['modes'],
        cues: JSON.parse(row.cues) as ListedPassage['cues'],
      },
    ];
  });
}

/** A page of the passages that meet a filter, and how many there are in all. */
export function listPassages(
  db: ReadableDB,
  { filters, sort, ...span }: QueryArgs<'listPassages'>,
): Page<ListedPassage> {
  const condition = filterCondition(db, filters);
  const { ids, total } =
    sort === 'newest' ? pageByAge(db, condition, span) : pageByArticle(db, condition, byArticle[sort], span);
  return { rows: withLinks(db, ids), total };
}

/** The ids of all passages that meet a filter. */
export function listPassageIds(db: ReadableDB, { filters }: QueryArgs<'listPassageIds'>): string[] {
  const { sql, params } = filterCondition(db, filters);
  return pluck(db, `SELECT id FROM annotation WHERE ${sql}`, params);
}

/** Every publisher there is, by name. */
export function listPublishers(db: ReadableDB, _args: QueryArgs<'listPublishers'>): string[] {
  return pluck(
    db,
    `SELECT DISTINCT publisher FROM article WHERE publisher <> '' ORDER BY publisher COLLATE NOCASE`,
  );
}
