/** Reads passages with the sentence around their words, from the current text of their article; greyed text left out. */
import type { AnchorState } from '../../../shared/model/annotation';
import type { EntityKind } from '../../../shared/model/entity';
import { createOffsetMap } from '../../../shared/text/offsets';
import type { ReadableDB } from '../../store/core/sql';
import { type ArticleText, articleTexts } from '../../store/search/snippet/article-texts';
import { makeSnippet } from '../../store/search/snippet/make-snippet';
import type { ExportPart, ExportPassage } from './export-data';
import { type FindLocator, locatorFinder } from './find-locator';
import { grouped, namesOf, ofIds } from './rows-of-ids';

type PassageRow = Pick<
  ExportPassage,
  'id' | 'articleId' | 'colour' | 'comment' | 'coder' | 'createdAt' | 'modifiedAt'
>;

interface PartRow {
  readonly owner: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly state: AnchorState | null;
}

const passages = `SELECT t.id, t.article_id AS articleId, t.colour, t.comment, t.coder,
    t.created_at AS createdAt, t.modified_at AS modifiedAt
  FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
  LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = 0 AND n.revision_id = a.revision_id AND n.state <> 'orphan'
  ORDER BY a.title, a.id, n.start IS NULL, n.start, n."end" DESC, t.id`;
const parts = `SELECT s.annotation_id AS owner, s.exact, s.prefix, s.suffix, n.start, n."end", n.state
  FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
  JOIN selector s ON s.annotation_id = t.id
  LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = s.part AND n.revision_id = a.revision_id
  ORDER BY s.annotation_id, s.part`;
const tags = `SELECT DISTINCT x.annotation_id AS owner, t.name FROM json_each(?) j
  CROSS JOIN annotation_tag x ON x.annotation_id = j.value JOIN tag t ON t.id = x.tag_id ORDER BY t.name`;
const entities = `SELECT DISTINCT m.annotation_id AS owner, e.id, e.kind, e.name FROM json_each(?) j
  CROSS JOIN mention m ON m.annotation_id = j.value JOIN entity e ON e.id = m.entity_id ORDER BY e.name, e.id`;
const events = `SELECT x.annotation_id AS owner, e.id, e.title AS name FROM json_each(?) j
  CROSS JOIN evidence x ON x.annotation_id = j.value JOIN event e ON e.id = x.event_id ORDER BY e.title, e.id`;

/** A sentence is cut to the words before and after a stretch of it. */
function contextOf(
  article: ArticleText,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const stretch = { start: article.offsets.toUtf16(start), end: article.offsets.toUtf16(end) };
  const { snippet, matches } = makeSnippet(article.blanked, stretch, [stretch]);
  const match = matches[0];
  if (!match) return { before: '', after: '' };
  const offsets = createOffsetMap(snippet);
  return {
    before: snippet.slice(0, offsets.toUtf16(match.start)),
    after: snippet.slice(offsets.toUtf16(match.end)),
  };
}

function partOf(article: ArticleText | null, row: PartRow, findLocator: FindLocator): ExportPart {
  const { exact, prefix, suffix, start, end, state } = row;
  const quote = { exact, prefix, suffix };
  if (!article || start === null || end === null || state === null || state === 'orphan') {
    const gone = { state: 'orphan', words: exact, before: '', after: '', locator: '' } as const;
    return { start: start ?? 0, end: end ?? 0, quote, ...gone };
  }
  const { text, offsets } = article;
  const words = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  const locator = findLocator(article.id, start);
  return { start, end, state, quote, words, ...contextOf(article, start, end), locator };
}

/** Reads the texts of articles whose passages come one after another: one is kept at a time. */
function lastTextReader(db: ReadableDB): (articleId: string) => ArticleText | null {
  let last = { articleId: '', read: articleTexts(db) };
  return (articleId) => {
    if (last.articleId !== articleId) last = { articleId, read: articleTexts(db) };
    return last.read(articleId);
  };
}

/** Passages by article, in reading order within it, orphans last in the order they were made. */
export function readPassages(db: ReadableDB, ids: readonly string[]): ExportPassage[] {
  const rows = ofIds<PassageRow>(db, ids, passages);
  const partsOf = grouped(ofIds<PartRow>(db, ids, parts));
  const tagsOf = namesOf(db, ids, tags);
  const entitiesOf = grouped(
    ofIds<{ owner: string; id: string; kind: EntityKind; name: string }>(db, ids, entities),
  );
  const eventsOf = grouped(ofIds<{ owner: string; id: string; name: string }>(db, ids, events));
  const findLocator = locatorFinder(db, [...new Set(rows.map(({ articleId }) => articleId))]);
  const readText = lastTextReader(db);
  return rows.map((row) => ({
    ...row,
    parts: partsOf(row.id).map((part) => partOf(readText(row.articleId), part, findLocator)),
    tags: tagsOf(row.id),
    entities: entitiesOf(row.id).map(({ id, kind, name }) => ({ id, kind, name })),
    events: eventsOf(row.id).map(({ id, name }) => ({ id, name })),
  }));
}
