/**
 * Gives passages more of the words around them than their quotes keep, from the current text of their articles: enough to
 * read them in their sentence. Passages whose words are not where they were stay as they are.
 */
import type { PassageRef } from '../../../shared/model/annotation';
import { createOffsetMap, type OffsetMap, sliceByCodePoints } from '../../../shared/text/offsets';
import { all, type ReadableDB } from '../core/sql';

/** Code points on each side: longer than most sentences. */
const around = 240;

interface ArticleText {
  readonly text: string;
  readonly map: OffsetMap;
}

function textsOf(db: ReadableDB, articleIds: readonly string[]): Map<string, ArticleText> {
  const rows = all<{ readonly id: string; readonly text: string }>(
    db,
    `SELECT article.id, revision.text FROM json_each(?) AS wanted
     CROSS JOIN article ON article.id = wanted.value JOIN revision ON revision.id = article.revision_id`,
    [JSON.stringify(articleIds)],
  );
  return new Map(rows.map(({ id, text }) => [id, { text, map: createOffsetMap(text) }]));
}

function widen(passage: PassageRef, { text, map }: ArticleText): PassageRef {
  const { start, end, quote, parts } = passage;
  const before = Math.max(0, start - around);
  const prefix = sliceByCodePoints(text, before, start, map);
  // Where the last of several parts ends is not known here.
  const suffix = parts.length > 1 ? quote.suffix : sliceByCodePoints(text, end, end + around, map);
  return { ...passage, quote: { ...quote, prefix, suffix } };
}

/** The passages with up to 240 code points of context on each side. */
export function widenQuotes(db: ReadableDB, passages: readonly PassageRef[]): PassageRef[] {
  const texts = textsOf(db, [...new Set(passages.map(({ articleId }) => articleId))]);
  return passages.map((passage) => {
    const text = texts.get(passage.articleId);
    const stands = passage.state === 'exact' || passage.state === 'moved';
    return text && stands ? widen(passage, text) : passage;
  });
}
