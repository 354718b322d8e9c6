import * as z from 'zod/mini';
import type { AnchorState } from '../model/annotation';
import { count, line, operation, pageSize } from './define';

export const hitKinds = ['article', 'passage', 'note', 'entity', 'event'] as const;
export type HitKind = (typeof hitKinds)[number];

/** A stretch of a snippet that matched, in code points of the snippet. */
export interface SnippetMatch {
  readonly start: number;
  readonly end: number;
}

/**
 * One thing found. `passage` counts in code points of the article's current text: the words to land on, of several parts
 * those that match best; its `words` are those of all parts, joined by “ … ”.
 */
export interface SearchHit {
  readonly kind: HitKind;
  /** Id of the article, annotation, note, entity or event. */
  readonly id: string;
  readonly title: string;
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly published: string | null;
  } | null;
  readonly passage: {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly words: string;
    readonly state: AnchorState;
  } | null;
  readonly snippet: string;
  readonly matches: readonly SnippetMatch[];
}

export interface FacetValue {
  /** What to put after the field in a query, unquoted. */
  readonly value: string;
  readonly count: number;
}

export const facetFields = ['actor', 'event', 'place', 'tag', 'publisher', 'year'] as const;
export type FacetField = (typeof facetFields)[number];

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Most frequent first, at most 20 a field. */
  readonly facets: Readonly<Record<FacetField, readonly FacetValue[]>>;
  /** What in the query could not be taken as meant, in words. */
  readonly problems: readonly string[];
}

export interface Completion {
  readonly label: string;
  /** The query with the completion taken, and where the caret goes (UTF-16, of the input box). */
  readonly query: string;
  readonly caret: number;
}

export const searchQueries = {
  search: operation<SearchResult>()(z.strictObject({ query: line, offset: count, limit: pageSize })),
  completeQuery: operation<readonly Completion[]>()(z.strictObject({ query: line, caret: count })),
};
