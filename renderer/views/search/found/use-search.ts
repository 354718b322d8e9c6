/** What a query finds: hits a page at a time, and what they have in common; the last answer stays until the next is there. Draws nothing. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import type { QueryArgs } from '../../../../shared/contract';
import type { HitGroup, SearchHit, SearchResult } from '../../../../shared/contract/search';
import { CasebookError } from '../../../../shared/model/result';
import { query as queryOf, useAnswer } from '../../../client/query';
import type { PlaceOf } from '../../../shell/screen-props';
import { useAsked } from '../../../shell/settings';
import { withoutKinds } from './query-changes';
import { useSearchChoices } from './search-choices';

const pageLength = 50;
/** Articles, each with its first hits. */
const groupsLength = 25;
/** What one message of the bridge takes. */
const longestQuery = 10_000;
const tooLong = 'Only the first 10,000 characters are searched.';

export interface Found {
  /** The query that the hits are an answer to. */
  readonly query: string;
  readonly result: SearchResult;
  readonly hits: readonly SearchHit[];
  /** In place of hits, when they stand by article. */
  readonly groups: readonly HitGroup[];
  /** How many hits (or articles) are not read yet. */
  readonly left: number;
}

export interface Search {
  /** Undefined until the first answer. */
  readonly found: Found | undefined;
  /** Counts of what was found: facets and bars; undefined until they are counted. */
  readonly counts: SearchResult | undefined;
  /** How much there is of each kind, whichever kind is shown. */
  readonly totals: SearchResult['totals'] | undefined;
  readonly more: () => void;
  readonly error: unknown;
  /** What is shown is the answer to an earlier query. */
  readonly isSearching: boolean;
}

function useLast<Value>(now: Value | undefined): Value | undefined {
  const last = useRef<Value>(undefined);
  useEffect(() => {
    if (now !== undefined) last.current = now;
  });
  return now ?? last.current;
}

const isOvertaken = (error: unknown) => error instanceof CasebookError && error.code === 'cancelled';

type Asked = Pick<QueryArgs<'search'>, 'query' | 'stemming' | 'asTyped'>;

/** `memory` keeps how many pages were read of the query. */
function useHits(asked: Asked, memory: { pages: number }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const byArticle = useSearchChoices((choices) => choices.byArticle);
  const limit = byArticle ? groupsLength : pageLength;
  const answers = useQueries({
    queries: Array.from({ length: memory.pages }, (_, page) => ({
      ...queryOf('search', {
        ...asked,
        offset: page * limit,
        limit,
        only: 'hits',
        ...(byArticle ? { group: 'article' as const } : {}),
        channel: `hits ${page}`,
      }),
      // The hits of another query are no hits of this: `useLast` keeps them until all is there.
      placeholderData: undefined,
    })),
  });
  const result = answers[0]?.data;
  const total = (byArticle ? result?.groupTotal : result?.total) ?? 0;
  const found = result && {
    query: asked.query,
    result,
    hits: answers.flatMap(({ data }) => data?.hits ?? []),
    groups: answers.flatMap(({ data }) => data?.groups ?? []),
    left: Math.max(0, total - memory.pages * limit),
  };
  const isReading = answers.some(({ isPending }) => isPending);
  const more = () => {
    if (isReading || memory.pages * limit >= total) return;
    memory.pages += 1;
    redraw();
  };
  const error = answers.find((answer) => answer.error && !isOvertaken(answer.error))?.error;
  return { found, more, error };
}

/** How much there is of each kind; nothing is asked while `enabled` is false. */
function useKinds(asked: Asked, enabled: boolean): SearchResult['totals'] | undefined {
  const { data } = useAnswer(
    'search',
    { ...asked, offset: 0, limit: 1, only: 'hits', channel: 'kinds' },
    enabled,
  );
  return enabled ? data?.totals : undefined;
}

/** Facets and bars of a query. */
function useCounts(asked: Asked) {
  const { data, error } = useAnswer('search', {
    ...asked,
    offset: 0,
    limit: 1,
    only: 'facets',
    channel: 'facets',
  });
  return { data, error: isOvertaken(error) ? null : error };
}

function withProblem(found: Found, problem: string): Found {
  return { ...found, result: { ...found.result, problems: [...found.result.problems, problem] } };
}

export function useSearch(place: PlaceOf<'search'>, memory: { pages: number }): Search {
  const query = place.query.slice(0, longestQuery);
  const asked: Asked = { ...useAsked(query), ...(place.asTyped ? { asTyped: true } : {}) };
  const { found, more, error } = useHits(asked, memory);
  const ofAllKinds = withoutKinds(query);
  const isOfSome = ofAllKinds !== query && ofAllKinds.trim() !== '';
  const kinds = useKinds({ ...asked, query: ofAllKinds }, isOfSome);
  // After the hits, which are waited for most: the notebook answers one after the other.
  const counts = useCounts(asked);
  const shown = useLast(found);
  const isCut = query.length < place.query.length;
  return {
    found: shown && isCut ? withProblem(shown, tooLong) : shown,
    counts: counts.data,
    totals: kinds ?? shown?.result.totals,
    more,
    error: error ?? counts.error,
    isSearching: found === undefined,
  };
}
