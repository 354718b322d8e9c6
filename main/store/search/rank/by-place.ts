/** Found rows by their place in a text: article by article, the newest first, each before its passages; the rest last. */
import { rawDatabase } from '../../core/sql';
import { column } from '../index/read-facts';
import { idsOfRows, noRows, rowsOfKind, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import type { FirstRows, ToOrder } from './to-order';

/** Where a passage begins in the current text of its article, by its first part. */
export const placeSql = `SELECT n.start FROM annotation t JOIN article a ON a.id = t.article_id
  JOIN anchor n ON n.annotation_id = t.id AND n.part = 0 AND n.revision_id = a.revision_id WHERE t.id = ?`;

/** After every place there is. */
const nowhere = Number.MAX_SAFE_INTEGER;

/** Passages (rows of them) in the order of their article's text. */
export function sortByPlace(state: SearchState, passages: readonly number[]): number[] {
  const statement = rawDatabase(state.db).prepare<[string], number>(placeSql).pluck();
  const ids = idsOfRows(state, passages);
  const places = new Map(passages.map((row, at) => [row, statement.get(ids[at] ?? '') ?? nowhere]));
  return [...passages].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b);
}

/** The rows of articles that were found or have a passage that was. */
export function articlesOfRows(state: SearchState, rows: RowSet): RowSet {
  const articleOf = column(state.db, 'article');
  const articles = noRows(state);
  rows
    .clone()
    .and(rowsOfKind(state, 'passage'))
    .forEach((row) => articles.add(articleOf[row] ?? 0));
  articles.remove(0);
  return articles.or(rows.clone().and(rowsOfKind(state, 'article')));
}

/** The found passages of some articles (rows of them), by article. */
export function passagesOfArticles(
  state: SearchState,
  rows: RowSet,
  articles: RowSet,
): ReadonlyMap<number, readonly number[]> {
  const articleOf = column(state.db, 'article');
  const lists = new Map<number, number[]>();
  rows
    .clone()
    .and(rowsOfKind(state, 'passage'))
    .forEach((row) => {
      const article = articleOf[row] ?? 0;
      if (!articles.has(article)) return;
      const list = lists.get(article);
      if (list) list.push(row);
      else lists.set(article, [row]);
    });
  return lists;
}

/** What was found of articles (rows of them) in their order, each before its passages in the order of its text. */
export function rowsOfArticlesInOrder(
  { state, rows }: Pick<ToOrder, 'state' | 'rows'>,
  articles: readonly number[],
): number[] {
  const wanted = noRows(state).addAll(articles);
  const passages = passagesOfArticles(state, rows, wanted);
  return articles.flatMap((article) => [
    ...(rows.has(article) ? [article] : []),
    ...sortByPlace(state, passages.get(article) ?? []),
  ]);
}

/** What was found that is neither an article nor a passage, newest first. */
export function otherRows({ state, rows }: Pick<ToOrder, 'state' | 'rows'>): number[] {
  const others = rows.clone().andNot(rowsOfKind(state, 'passage')).andNot(rowsOfKind(state, 'article'));
  return others.highest(others.size);
}

/** Found rows article by article in the given order of articles, then the rest in the given order. */
export function articleByArticle(
  given: Pick<ToOrder, 'state' | 'rows'>,
  articles: readonly number[],
  others: () => readonly number[],
): FirstRows {
  return (count) => {
    const first: number[] = [];
    for (let at = 0; at < articles.length && first.length < count; at += count)
      first.push(...rowsOfArticlesInOrder(given, articles.slice(at, at + count)));
    if (first.length < count) first.push(...others());
    return first.slice(0, count);
  };
}

/** Article by article, the newest first. */
export function byPlace(given: ToOrder): FirstRows {
  const articles = articlesOfRows(given.state, given.rows);
  return articleByArticle(given, articles.highest(articles.size), () => otherRows(given));
}
