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
  /** How many hits (or articles) are not read yet; 0 while it is not known. */
  readonly left: number;
}

export interface Search {
  /** Undefined until the first answer. */
  readonly found: Found | undefined;
  /** Counts of what was found: facets and bars; undefined until they are counted. */
  readonly counts: SearchResult | undefined;
  /** How much there is of each kind, whichever kind is shown; of the query before while that is not counted. */
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

/** What was read of hits, before all is counted. */
interface Hits extends Omit<Found, 'left'> {
  /** How many hits (or articles) were asked for. */
  readonly asked: number;
  readonly byArticle: boolean;
}

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
        only: 'first',
        ...(byArticle ? { group: 'article' as const } : {}),
        channel: `hits ${page}`,
      }),
      // The hits of another query are no hits of this: `useLast` keeps them until all is there.
      placeholderData: undefined,
    })),
  });
  const result = answers[0]?.data;
  const found: Hits | undefined = result && {
    query: asked.query,
    result,
    hits: answers.flatMap(({ data }) => data?.hits ?? []),
    groups: answers.flatMap(({ data }) => data?.groups ?? []),
    asked: memory.pages * limit,
    byArticle,
  };
  const isReading = answers.some(({ isPending }) => isPending);
  const readOn = () => {
    if (isReading) return;
    memory.pages += 1;
    redraw();
  };
  const error = answers.find((answer) => answer.error && !isOvertaken(answer.error))?.error;
  return { found, readOn, error };
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

/** Facets and bars of a query; `isOfThis`: not those of the query before. */
function useCounts(asked: Asked) {
  const { data, error, isPlaceholderData } = useAnswer('search', {
    ...asked,
    offset: 0,
    limit: 1,
    only: 'facets',
    channel: 'facets',
  });
  return {
    data,
    error: isOvertaken(error) ? null : error,
    isOfThis: data !== undefined && !isPlaceholderData,
  };
}

/** The hits with the totals that were counted after them, as soon as they are there. */
function withTotals({ asked, byArticle, ...hits }: Hits, counts: SearchResult | undefined): Found {
  const { total, totals, isCounted } = hits.result.isCounted ? hits.result : (counts ?? hits.result);
  const count = byArticle ? hits.result.groupTotal : total;
  const left = isCounted ? Math.max(0, count - asked) : 0;
  return { ...hits, left, result: { ...hits.result, total, totals, isCounted } };
}

function withProblem(found: Found, problem: string): Found {
  return { ...found, result: { ...found.result, problems: [...found.result.problems, problem] } };
}

export function useSearch(place: PlaceOf<'search'>, memory: { pages: number }): Search {
  const query = place.query.slice(0, longestQuery);
  const asked: Asked = { ...useAsked(query), ...(place.asTyped ? { asTyped: true } : {}) };
  const { found: hits, readOn, error } = useHits(asked, memory);
  const ofAllKinds = withoutKinds(query);
  const isOfSome = ofAllKinds !== query && ofAllKinds.trim() !== '';
  const kinds = useKinds({ ...asked, query: ofAllKinds }, isOfSome);
  // After the hits, which are waited for most: the notebook answers one after the other.
  const counts = useCounts(asked);
  const found = hits && withTotals(hits, counts.isOfThis ? counts.data : undefined);
  const shown = useLast(found);
  const totals = useLast(kinds ?? (found?.result.isCounted ? found.result.totals : undefined));
  const more = () => {
    if (found && found.left > 0) readOn();
  };
  const isCut = query.length < place.query.length;
  return {
    found: shown && isCut ? withProblem(shown, tooLong) : shown,
    counts: counts.data,
    totals,
    more,
    error: error ?? counts.error,
    isSearching: found === undefined,
  };
}
