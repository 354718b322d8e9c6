/** Reads passages with the sentence around their words, from the current text of their article; greyed text left out. */
import type { AnchorState } from '../../../shared/model/annotation';
import { all, type ReadableDB } from '../../store/core/sql';
import { type ArticleText, articleTexts } from '../../store/search/snippet/article-texts';
import { makeSnippet } from '../../store/search/snippet/make-snippet';
import type { ExportPart, ExportPassage } from './export-data';
import { readPassageLinks } from './read-export-rows';

interface PassageRow {
  readonly id: string;
  readonly articleId: string;
  readonly colour: string | null;
  readonly comment: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

interface PartRow {
  readonly owner: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly state: AnchorState | null;
}

function readParts(db: ReadableDB, ids: readonly string[]): Map<string, PartRow[]> {
  const rows = all<PartRow>(
    db,
    `SELECT s.annotation_id AS owner, s.exact, s.prefix, s.suffix, n.start, n."end", n.state
     FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
     JOIN selector s ON s.annotation_id = t.id
     LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = s.part AND n.revision_id = a.revision_id
     ORDER BY s.annotation_id, s.part`,
    [JSON.stringify(ids)],
  );
  const parts = new Map<string, PartRow[]>();
  for (const row of rows) parts.set(row.owner, [...(parts.get(row.owner) ?? []), row]);
  return parts;
}

/** A sentence is cut to the words before and after a stretch of it. */
function contextOf(
  article: ArticleText,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const stretch = { start: article.offsets.toUtf16(start), end: article.offsets.toUtf16(end) };
  const { snippet, matches } = makeSnippet(article.blanked, stretch, [stretch]);
  const characters = [...snippet];
  const match = matches[0];
  if (!match) return { before: '', after: '' };
  return { before: characters.slice(0, match.start).join(''), after: characters.slice(match.end).join('') };
}

function partOf(article: ArticleText | null, row: PartRow): ExportPart {
  const { exact, prefix, suffix, start, end, state } = row;
  const quote = { exact, prefix, suffix };
  if (!article || start === null || end === null || state === null || state === 'orphan') {
    return { start: start ?? 0, end: end ?? 0, state: 'orphan', quote, words: exact, before: '', after: '' };
  }
  const { text, offsets } = article;
  const words = text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  return { start, end, state, quote, words, ...contextOf(article, start, end) };
}

/** Passages by article, in reading order within it, orphans last. */
export function readPassages(db: ReadableDB, ids: readonly string[]): ExportPassage[] {
  const rows = all<PassageRow>(
    db,
    `SELECT t.id, t.article_id AS articleId, t.colour, t.comment, t.created_at AS createdAt, t.modified_at AS modifiedAt
     FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
     LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = 0 AND n.revision_id = a.revision_id
     ORDER BY a.title, a.id, n.state IS 'orphan' OR n.start IS NULL, n.start, n."end" DESC, t.id`,
    [JSON.stringify(ids)],
  );
  const parts = readParts(db, ids);
  const links = readPassageLinks(db, ids);
  const readText = articleTexts(db);
  return rows.map((row) => ({
    ...row,
    parts: (parts.get(row.id) ?? []).map((part) => partOf(readText(row.articleId), part)),
    tags: links.tags(row.id),
    entities: links.entities(row.id),
    events: links.events(row.id),
  }));
}
