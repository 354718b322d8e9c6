/**
 * Searching the notebook: what is found, how it is counted, and what is kept of it (saved searches and the history). What
 * a query means is told in `docs/search.md`.
 */
import * as z from 'zod/mini';
import type { AnchorState } from '../model/annotation';
import type { SearchSort } from '../query/query';
import { count, id, line, nothing, operation, pageSize } from './define';

export const hitKinds = ['article', 'passage', 'note', 'entity', 'event', 'account', 'tag'] as const;
export type HitKind = (typeof hitKinds)[number];

/** A stretch of a snippet that matched, in code points of the snippet. */
export interface SnippetMatch {
  readonly start: number;
  readonly end: number;
}

/** Something with a name that a hit is about. */
export interface HitName {
  readonly id: string;
  readonly name: string;
}

/** What an account among a hit's facts says, in short. */
export interface HitAccount {
  readonly id: string;
  readonly event: HitName;
  /** A fact of an event: happened, date, place, type, participant, count, outcome. */
  readonly fact: string;
  /** The role of a participant, what is counted, the label of an outcome; '' for other facts. */
  readonly key: string;
  readonly mode: string;
  /** '' where none was given. */
  readonly certainty: string;
  /** Names of the actors who say so, words for an unnamed source, `narrator`, or '' where nobody was given. */
  readonly claimant: string;
}

/** What a passage, event, account or article bears itself; lists are in the order of names and hold at most 20. */
export interface HitFacts {
  readonly actors: readonly HitName[];
  readonly places: readonly HitName[];
  readonly events: readonly HitName[];
  readonly tags: readonly HitName[];
  readonly accounts: readonly HitAccount[];
  readonly colour: string | null;
  readonly comment: string;
}

export interface HitArticle {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF, or null. */
  readonly published: string | null;
}

/**
 * One thing found. `passage` counts in code points of the article's current text: the words to land on, of several parts
 * those that match best; its `words` are those of all parts, joined by “ … ”.
 */
export interface SearchHit {
  readonly kind: HitKind;
  /** Id of the article, annotation, note, entity, event, account or tag. */
  readonly id: string;
  readonly title: string;
  readonly article: HitArticle | null;
  readonly passage: {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly words: string;
    readonly state: AnchorState;
    /** Where in the source they begin: "p. 12", a chapter, or both; '' where that is not known. */
    readonly place: string;
  } | null;
  /** Whole sentences around the best matches; cut at about 400 characters. */
  readonly snippet: string;
  /** Every match in the snippet: forms and other names of the words too. */
  readonly matches: readonly SnippetMatch[];
  /** Of passages, events and accounts; null for the rest. An account's `events` holds its event. */
  readonly facts: HitFacts | null;
}

/** Hits of one article, in the order of its text, the article's own first; or one hit that belongs to no article. */
export interface HitGroup {
  readonly article: HitArticle | null;
  /** How many were found in all; `hits` holds the first 5 of them, `findInArticle` gives the rest. */
  readonly count: number;
  readonly hits: readonly SearchHit[];
}

export interface FacetValue {
  /** What to put after the field in a query, unquoted. */
  readonly value: string;
  /** How it is shown. */
  readonly label: string;
  /** How much of what was found passes when `filter` is added to the query. */
  readonly count: number;
  /** A piece of query, as `actor:"Vladimir Putin"`. */
  readonly filter: string;
}

/** `together`: who and what is named in the same sentence as the actors and places of the query. */
export const facetFields = [
  'actor',
  'place',
  'event',
  'type',
  'tag',
  'together',
  'role',
  'mode',
  'certainty',
  'claimant',
  'publisher',
  'by',
  'year',
  'lang',
  'colour',
  'has',
  'kind',
] as const;
export type FacetField = (typeof facetFields)[number];

/** One bar: a year (`2025`) or a month (`2025-07`) and how much of what was found is of it. */
export interface HistogramBar {
  readonly value: string;
  readonly count: number;
}

/** What was found by publication, and by the dates of events; years, or months where three years at most are spanned. */
export interface Histogram {
  readonly unit: 'year' | 'month';
  /** In order of time, without gaps. */
  readonly bars: readonly HistogramBar[];
}

export interface SearchResult {
  /** False, with `only: 'first'` alone: `total` and `totals` count what was found so far, at least what `hits` are taken from. */
  readonly isCounted: boolean;
  readonly total: number;
  readonly totals: Readonly<Record<HitKind, number>>;
  readonly hits: readonly SearchHit[];
  /** Instead of `hits` where `group: 'article'` was asked for; else empty. */
  readonly groups: readonly HitGroup[];
  /** How many groups there are; 0 where none were asked for. */
  readonly groupTotal: number;
  /** Most frequent first, at most 20 a field; empty where hits alone were asked for. */
  readonly facets: Readonly<Record<FacetField, readonly FacetValue[]>>;
  /** How many values of each field occur. */
  readonly facetSizes: Readonly<Record<FacetField, number>>;
  /** By publication and by the dates of events; null where nothing has a date. */
  readonly histogram: { readonly published: Histogram | null; readonly happened: Histogram | null };
  /** What in the query could not be taken as meant, in words. */
  readonly problems: readonly string[];
  /** Other names and spellings that were looked for too. */
  readonly alsoSearched: readonly string[];
  /** The order of the hits. */
  readonly sort: SearchSort;
}

export interface Completion {
  readonly label: string;
  /** The query with the completion taken, and where the caret goes (UTF-16, of the input box). */
  readonly query: string;
  readonly caret: number;
}

/** Where the words of a query stand in one article, in order, in code points of the current text. */
export interface ArticleMatches {
  readonly matches: readonly SnippetMatch[];
  /** Hits of the article: itself where it was found, then its passages in the order of the text; at most 500. */
  readonly hits: readonly SearchHit[];
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly createdAt: string;
  readonly lookedAt: string;
  /** What it finds now, and how much of that was not found when it was last looked at. */
  readonly total: number;
  readonly fresh: number;
}

export interface PastSearch {
  readonly query: string;
  readonly askedAt: string;
}

export const foundFormats = ['csv', 'json', 'markdown'] as const;
export type FoundFormat = (typeof foundFormats)[number];

/** A query, and whether words are looked for in their other forms too (they are, unless it says false). */
const asked = { query: line, stemming: z.optional(z.boolean()) };
/** Searches of one channel overtake each other: an older one that is not answered yet fails with `cancelled`. */
const channel = z.optional(z.string().check(z.minLength(1), z.maxLength(64)));
const annotationIds = z.array(id).check(z.maxLength(10_000));

export const searchQueries = {
  search: operation<SearchResult>()(
    z.strictObject({
      ...asked,
      offset: count,
      limit: pageSize,
      /** The last word is still being typed: it stands for its likeliest completions. */
      asTyped: z.optional(z.boolean()),
      group: z.optional(z.enum(['none', 'article'])),
      /**
       * Hits alone, or counts alone (with no hits): each is quicker than both. `first`: hits alone, and of much that is found only the
       * newest are looked for, among which the first hits are.
       */
      only: z.optional(z.enum(['first', 'hits', 'facets'])),
      channel,
    }),
  ),
  completeQuery: operation<readonly Completion[]>()(z.strictObject({ query: line, caret: count })),
  /** The values of one field with `text` at the beginning of a word, most frequent first. */
  searchFacet: operation<{ readonly values: readonly FacetValue[]; readonly total: number }>()(
    z.strictObject({
      ...asked,
      field: z.enum(facetFields),
      text: line,
      offset: count,
      limit: pageSize,
      channel,
    }),
  ),
  findInArticle: operation<ArticleMatches>()(z.strictObject({ ...asked, articleId: id })),
  /** A query for passages like this one; '' when it bears nothing to go by. */
  moreLike: operation<{ readonly query: string }>()(z.strictObject({ annotationId: id })),
  /** Ids of what was found, of some kinds, in the order they were made. */
  listFound: operation<readonly { readonly kind: HitKind; readonly id: string }[]>()(
    z.strictObject({ ...asked, kinds: z.array(z.enum(hitKinds)) }),
  ),
  /** Everything found as text to be saved, and the name that its file could have. */
  exportFound: operation<{ readonly text: string; readonly fileName: string }>()(
    z.strictObject({ ...asked, format: z.enum(foundFormats) }),
  ),
  /** Those of some passages that a query finds. */
  matchPassages: operation<readonly string[]>()(z.strictObject({ ...asked, annotationIds })),
  /** In the order they were put in. */
  savedSearches: operation<readonly SavedSearch[]>()(nothing),
  /** Last first, at most 100. */
  searchHistory: operation<readonly PastSearch[]>()(nothing),
};

const name = line.check(z.minLength(1));

export const searchCommands = {
  /** Keeps a query under a name; `conflict` where another has it. */
  saveSearch: operation<{ readonly id: string }>()(z.strictObject({ name, query: line })),
  renameSavedSearch: operation<null>()(z.strictObject({ id, name })),
  deleteSavedSearch: operation<null>()(z.strictObject({ id })),
  /** Takes what it finds now as seen. */
  lookAtSavedSearch: operation<null>()(z.strictObject({ id })),
  rememberSearch: operation<null>()(z.strictObject({ query: line })),
  clearSearchHistory: operation<null>()(nothing),
  /** Puts tags on every passage and article found, in one step. */
  tagFound: operation<{ readonly passages: number; readonly articles: number }>()(
    z.strictObject({
      ...asked,
      kinds: z.array(z.enum(['passage', 'article'])),
      tagIds: z.array(id).check(z.minLength(1)),
    }),
  ),
};
