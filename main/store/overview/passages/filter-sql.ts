/**
 * Which passages a filter means, as SQL: a table of conditions on `annotation`, each with its parameters. What a
 * condition stands for is said in the contract (`passageFilters`).
 */
import { anyKnown, type PassageFilters, type PassageProperty } from '../../../../shared/contract/passages';
import { parseEdtf } from '../../../../shared/dates/edtf';
import { searchTokens } from '../../../../shared/text/fold';
import type { ReadableDB } from '../../core/sql';
import { entitiesWithin, passagesAbout, tagsWithin, typesWithin } from '../../core/within';
import { foundPassages } from './found-passages';

type Param = string | number;
/** A condition on a row of `annotation`, with positional parameters. */
interface Condition {
  readonly sql: string;
  readonly params: readonly Param[];
}
type Maker<Name extends keyof PassageFilters> = (
  value: NonNullable<PassageFilters[Name]>,
  all: PassageFilters,
  db: ReadableDB,
) => readonly Condition[];

const idIn = (select: string, ...params: readonly Param[]): Condition => ({
  sql: `annotation.id IN (${select})`,
  params,
});
const articleIn = (where: string, ...params: readonly Param[]): Condition => ({
  sql: `annotation.article_id IN (SELECT id FROM article WHERE ${where})`,
  params,
});
const holds = (sql: string, ...params: readonly Param[]): Condition => ({ sql, params });

/** Stored ids of an actor, with those that were merged into it. */
const ofActor =
  'SELECT id FROM entity WHERE coalesce(root_id, id) = (SELECT coalesce(root_id, id) FROM entity WHERE id = ?)';

/** `YYYY-MM` of two bounds when both lie in one month; else null. Only years of four digits have months here. */
export const monthSql = (earliest: string, latest: string): string =>
  `iif(${earliest} GLOB '[0-9]*' AND substr(${earliest}, 1, 7) = substr(${latest}, 1, 7), substr(${earliest}, 1, 7), NULL)`;

const monthOfArticle = monthSql('published_earliest', 'published_latest');
const monthOfEvent = monthSql('v.date_earliest', 'v.date_latest');

const is = (expression: string, wanted: string | undefined): readonly Condition[] => {
  if (wanted === undefined) return [];
  return wanted === anyKnown ? [holds(`${expression} IS NOT NULL`)] : [holds(`${expression} = ?`, wanted)];
};

function typeCondition(typeId: string | undefined): readonly Condition[] {
  if (typeId === undefined) return [];
  if (typeId === anyKnown) return [holds('v.type_id IS NOT NULL')];
  return [holds(`v.type_id IN (${typesWithin('?')})`, typeId)];
}

function likeEvent({ typeId, month }: NonNullable<PassageFilters['eventsLike']>[number]): Condition {
  const conditions = [...typeCondition(typeId), ...is(monthOfEvent, month)];
  const where = conditions.map(({ sql }) => sql).join(' AND ') || 'true';
  const select = `SELECT x.annotation_id FROM event AS v CROSS JOIN evidence AS x ON x.event_id = v.id WHERE ${where}`;
  return idIn(select, ...conditions.flatMap(({ params }) => params));
}

const mentionOf = (kind: string): string =>
  `EXISTS (SELECT 1 FROM stored_mention AS m CROSS JOIN entity AS e ON e.id = m.entity_id
    CROSS JOIN entity AS r ON r.id = coalesce(e.root_id, e.id) WHERE m.annotation_id = annotation.id AND r.kind = '${kind}')`;

/** What it means to have a thing. */
const properties: Readonly<Record<PassageProperty, string>> = {
  actor: mentionOf('actor'),
  place: mentionOf('place'),
  object: mentionOf('object'),
  event: 'EXISTS (SELECT 1 FROM evidence AS x WHERE x.annotation_id = annotation.id)',
  tag: 'EXISTS (SELECT 1 FROM stored_annotation_tag AS x WHERE x.annotation_id = annotation.id)',
  comment: `annotation.comment <> ''`,
  publisher: `annotation.article_id IN (SELECT id FROM article WHERE publisher <> '')`,
  month: `annotation.article_id IN (SELECT id FROM article WHERE ${monthOfArticle} IS NOT NULL)`,
};

/** How a passage's parts stand in the current text, from 0, all exact, to 3, some lost. A part without an anchor is lost. */
const worstState = `coalesce((SELECT max(CASE c.state WHEN 'exact' THEN 0 WHEN 'moved' THEN 1 WHEN 'changed' THEN 2 ELSE 3 END)
  FROM selector AS s LEFT JOIN anchor AS c ON c.annotation_id = s.annotation_id AND c.part = s.part
    AND c.revision_id = (SELECT revision_id FROM article WHERE id = annotation.article_id)
  WHERE s.annotation_id = annotation.id), 3)`;
const stateRank = { exact: 0, moved: 1, changed: 2, orphan: 3 } as const;

/** Words of private use stand between the parts of a passage in the index: no word of a person begins so. */
function wordsCondition(words: string): readonly Condition[] {
  const tokens = searchTokens(words);
  if (tokens.length === 0) return [];
  const expression = `{body comment} : (${tokens.map((token) => `"${token}" *`).join(' AND ')})`;
  return [
    idIn(
      `SELECT i.item_id FROM search_index CROSS JOIN search_item AS i ON i.rowid = search_index.rowid
       WHERE search_index MATCH ? AND i.kind = 'passage'`,
      expression,
    ),
  ];
}

/** What is asked of one account, whichever of its filters are given. */
function accountCondition({ mode, claimantId, claimant }: PassageFilters): readonly Condition[] {
  const claims = `a.id IN (SELECT k.account_id FROM account_claimant AS k WHERE k.actor_id IN (${ofActor}))`;
  const conditions = [
    ...(mode === undefined ? [] : [holds('a.mode = ?', mode)]),
    ...(claimantId === undefined ? [] : [holds(claims, claimantId)]),
    ...(claimant === undefined ? [] : [holds('a.claimant_kind = ?', claimant)]),
  ];
  const select = `SELECT x.annotation_id FROM account AS a CROSS JOIN account_evidence AS x ON x.account_id = a.id
    WHERE x.kind = 'evidence' AND ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  return [idIn(select, ...conditions.flatMap(({ params }) => params))];
}

/** The first or last day a person means by a date; nothing for what is no date. */
function bound(edtf: string, side: 'earliest' | 'latest', sql: string): readonly Condition[] {
  const day = parseEdtf(edtf)?.[side];
  return day == null ? [] : [articleIn(sql, day)];
}
const dated = 'coalesce(published_earliest, published_latest) IS NOT NULL';

/** Which condition each part of a filter is. */
const makers: { readonly [Name in keyof Required<PassageFilters>]: Maker<Name> } = {
  words: wordsCondition,
  entityIds: (ids) =>
    ids.map((id) =>
      idIn(`SELECT annotation_id FROM stored_mention WHERE entity_id IN (${entitiesWithin('?')})`, id),
    ),
  aboutIds: (ids) => ids.map((id) => idIn(passagesAbout(entitiesWithin('?')), id)),
  eventIds: (ids) => ids.map((id) => idIn('SELECT annotation_id FROM evidence WHERE event_id = ?', id)),
  eventsLike: (events) => events.map(likeEvent),
  tagIds: (ids) =>
    ids.map((id) =>
      idIn(`SELECT annotation_id FROM stored_annotation_tag WHERE tag_id IN (${tagsWithin('?')})`, id),
    ),
  articleId: (id) => [holds('annotation.article_id = ?', id)],
  publisher: (publisher) => [articleIn('publisher = ?', publisher)],
  from: (edtf) => bound(edtf, 'earliest', `${dated} AND coalesce(published_latest, '9999-12-31') >= ?`),
  to: (edtf) => bound(edtf, 'latest', `${dated} AND coalesce(published_earliest, '0000-01-01') <= ?`),
  month: (month) => is(monthOfArticle, month).map(({ sql, params }) => articleIn(sql, ...params)),
  colour: (colour) =>
    colour === 'none' ? [holds('annotation.colour IS NULL')] : [holds('annotation.colour = ?', colour)],
  state: (state) => [holds(`${worstState} = ?`, stateRank[state])],
  has: (wanted) => wanted.map((property) => holds(properties[property])),
  lacks: (unwanted) => unwanted.map((property) => holds(`NOT (${properties[property]})`)),
  mode: (_, filters) => accountCondition(filters),
  claimantId: (_, filters) => (filters.mode === undefined ? accountCondition(filters) : []),
  claimant: (_, { mode, claimantId, claimant }) =>
    mode === undefined && claimantId === undefined ? accountCondition({ claimant }) : [],
  found: ({ not, ...asked }, _, db) => [
    holds(
      `annotation.id ${not ? 'NOT IN' : 'IN'} (SELECT value FROM json_each(?))`,
      JSON.stringify(foundPassages(db, asked)),
    ),
  ],
};

/**
 * The condition that a filter puts on rows of `annotation`, and its positional parameters; `true` for no filter. The
 * notebook is asked what a search in it finds.
 */
export function filterCondition(db: ReadableDB, filters: PassageFilters): Condition {
  const conditions = Object.entries(makers).flatMap(([name, make]) => {
    const value = filters[name as keyof PassageFilters];
    return value === undefined ? [] : (make as Maker<keyof PassageFilters>)(value, filters, db);
  });
  if (conditions.length === 0) return { sql: 'true', params: [] };
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  };
}
