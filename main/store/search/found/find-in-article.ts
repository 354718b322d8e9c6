/** What a query finds in one article: where its words stand, and which of its passages are hits. */
import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import type { ReadableDB } from '../../core/sql';
import { rowsOfIds } from '../match/search-state';
import { rowsOfArticlesInOrder } from '../rank/by-place';
import { articleTexts } from '../snippet/article-texts';
import { findMatches } from '../snippet/find-matches';
import { describeRows } from './describe-rows';
import { findRows } from './find-rows';

const mostHits = 500;

/** Matches and hits of an article, in the order of its text; none where it is gone. */
export function findInArticle(
  db: ReadableDB,
  { articleId, ...asked }: QueryArgs<'findInArticle'>,
): QueryValue<'findInArticle'> {
  const found = findRows(db, asked);
  const text = articleTexts(db)(articleId);
  const [row] = rowsOfIds(found.state, 'article', [articleId]);
  if (!text || row === undefined) return { matches: [], hits: [] };
  const looksInText = found.scopes.length === 0 || found.scopes.includes('text');
  const matches = looksInText ? findMatches(text.blanked, found.terms) : [];
  const rows = rowsOfArticlesInOrder(found, [row]).slice(0, mostHits);
  return {
    matches: matches
      .map(({ start, end }) => ({
        start: text.offsets.toCodePoint(start),
        end: text.offsets.toCodePoint(end),
      }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
    hits: describeRows(found, rows),
  };
}
