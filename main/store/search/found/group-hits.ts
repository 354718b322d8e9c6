/** Hits under their articles: the articles in the order of their first hit, in each the hits in the order of the text. */
import type { HitArticle, HitGroup } from '../../../../shared/contract/search';
import { column } from '../index/read-facts';
import { noRows, rowsOfKind } from '../match/search-state';
import { articlesOfRows, passagesOfArticles, sortByPlace } from '../rank/by-place';
import { hitArticle } from '../snippet/hit-article';
import { describeRows } from './describe-rows';
import type { Found } from './find-rows';

/** So many hits of a group are described. */
const shownHits = 5;

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** The first so many groups by the row that each stands for: an article, or what belongs to none. */
function firstGroups({ state, rows, firstRows }: Found, count: number): number[] {
  const articleOf = column(state.db, 'article');
  const total = rows.count();
  for (let read = count * 4; ; read *= 4) {
    const groups = new Set(firstRows(read).map((row) => articleOf[row] || row));
    if (groups.size >= count || read >= total) return [...groups].slice(0, count);
  }
}

function groupOf(found: Found, row: number, passages: readonly number[]): HitGroup {
  const { state, rows } = found;
  const isArticle = rowsOfKind(state, 'article').has(row);
  const own = rows.has(row) ? [row] : [];
  const shown = [...own, ...sortByPlace(state, passages)].slice(0, shownHits);
  const article: HitArticle | null = isArticle ? hitArticle(state, row) : null;
  return { article, count: own.length + passages.length, hits: describeRows(found, shown) };
}

/** A page of groups, and how many there are. */
export function groupHits(
  found: Found,
  { offset, limit }: Slice,
): { readonly groups: readonly HitGroup[]; readonly groupTotal: number } {
  const { state, rows } = found;
  const page = firstGroups(found, offset + limit).slice(offset);
  const passages = passagesOfArticles(state, rows, noRows(state).addAll(page));
  const others = rows.clone().andNot(rowsOfKind(state, 'passage')).andNot(rowsOfKind(state, 'article'));
  return {
    groups: page.map((row) => groupOf(found, row, passages.get(row) ?? [])),
    groupTotal: articlesOfRows(state, rows).count() + others.count(),
  };
}
