/**
 * The order of what was found. Words: the most relevant first. Filters alone: passages before events, accounts, notes and
 * articles, the newest first. Or as the query says. Answers the first so many rows; ties never depend on the page.
 */
import type { HitKind } from '../../../../shared/contract/search';
import type { SearchSort } from '../../../../shared/query/query';
import type { ExpandedNode } from '../match/expressions';
import { rowsOfKind } from '../match/search-state';
import { byPlace } from './by-place';
import { byPublication } from './by-publication';
import { byTitle } from './by-title';
import { mostRanked, rankedRows } from './rank-words';
import type { FirstRows, ToOrder } from './to-order';

/** What filters alone find, in this order. */
const kindOrder: readonly HitKind[] = ['passage', 'event', 'account', 'note', 'article', 'entity', 'tag'];

function byRelevance({ state, rows, root, weighed }: ToOrder, isExact: boolean): FirstRows {
  let ranked: readonly number[] | null = null;
  return (count) => {
    ranked ??= rankedRows(state, root, weighed, rows, isExact);
    if (count <= ranked.length || ranked.length < mostRanked) return ranked.slice(0, count);
    const oldest = ranked.reduce((least, row) => Math.min(least, row), rows.size);
    return [...ranked, ...rows.highest(count - ranked.length, oldest)];
  };
}

function byKind({ state, rows }: ToOrder): FirstRows {
  return (count) => {
    const first: number[] = [];
    for (const kind of kindOrder) {
      if (first.length >= count) break;
      first.push(
        ...rows
          .clone()
          .and(rowsOfKind(state, kind))
          .highest(count - first.length),
      );
    }
    return first;
  };
}

function byRowAscending({ rows }: ToOrder): FirstRows {
  return (count) => {
    const first: number[] = [];
    rows.forEach((row) => {
      if (first.length < count) first.push(row);
      return first.length < count;
    });
    return first;
  };
}

/** The order that a query has where it says none. */
export const usualSort = (words: readonly ExpandedNode[]): SearchSort =>
  words.length > 0 ? 'relevance' : 'newest';

/** The rows in the order asked for; null: the usual one. */
export function inOrder(given: ToOrder, sort: SearchSort | null): FirstRows {
  switch (sort) {
    case null:
      return given.words.length > 0 ? byRelevance(given, false) : byKind(given);
    case 'relevance':
      return given.words.length > 0 ? byRelevance(given, true) : byKind(given);
    case 'newest':
      return (count) => given.rows.highest(count);
    case 'oldest':
      return byRowAscending(given);
    case 'published':
      return byPublication(given);
    case 'title':
      return byTitle(given);
    case 'place':
      return byPlace(given);
  }
}
