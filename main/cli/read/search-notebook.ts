/** `search FILE QUERY`: what a query finds, in the order it asks for, with counts over all of it; pages are put together. */
import type { QueryArgs } from '../../../shared/contract';
import type { HitFacts, HitKind, SearchHit, SearchResult } from '../../../shared/contract/search';
import { answer, type Session } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';

const largestPage = 500;
const defaultLimit = 20;

const kindWords: Readonly<Record<HitKind, readonly [one: string, more: string]>> = {
  article: ['article', 'articles'],
  passage: ['passage', 'passages'],
  note: ['note', 'notes'],
  entity: ['entity', 'entities'],
  event: ['event', 'events'],
  account: ['account', 'accounts'],
  tag: ['tag', 'tags'],
};

function wholeNumber(words: string | undefined, name: string, otherwise: number): number {
  if (words === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(words)) throw new UsageError(`--${name} takes a whole number, not “${words}”.`);
  return Number(words);
}

/** Who speaks, how, and who and what it is about, in a line. */
function factsLine({ accounts, actors, places, events, tags }: HitFacts): string {
  const said = accounts.map(({ claimant, mode }) => [claimant, mode].filter(Boolean).join(' '));
  const named = [actors, places, events, tags].map((names) => names.map(({ name }) => name).join(', '));
  return [...new Set(said), ...named].filter(Boolean).join(' · ');
}

function linesOf({ kind, id, title, article, passage, snippet, facts }: SearchHit): string {
  const from = article && kind !== 'article' ? ` in ${article.title}` : '';
  const source = [article?.publisher, article?.published, passage?.place].filter(Boolean).join(', ');
  const head = [kind, id, kind === 'passage' ? from.trim() : title + from, source].filter(Boolean).join('\t');
  const below = [snippet, facts ? factsLine(facts) : ''].filter(Boolean);
  return [head, ...below].join('\n\t');
}

function countWords({ total, totals }: SearchResult, shown: number): string {
  const kinds = Object.entries(kindWords).flatMap(([kind, [one, more]]) => {
    const count = totals[kind as HitKind];
    return count > 0 ? [`${count} ${count === 1 ? one : more}`] : [];
  });
  const parts = kinds.length > 1 ? `: ${kinds.join(', ')}` : '';
  return `${total} found${parts}${shown < total ? ` (${shown} shown)` : ''}`;
}

type Asked = Pick<QueryArgs<'search'>, 'query' | 'stemming'>;

/** All hits from `offset` on, at most `limit`, with the counts of the first page. */
function search(session: Session, asked: Asked, offset: number, limit: number): SearchResult {
  const first = answer(session, 'search', {
    ...asked,
    offset,
    limit: Math.max(1, Math.min(limit, largestPage)),
  });
  const hits = first.hits.slice(0, limit);
  while (hits.length < limit && offset + hits.length < first.total) {
    const next = answer(session, 'search', {
      ...asked,
      offset: offset + hits.length,
      limit: Math.min(limit - hits.length, largestPage),
      only: 'hits',
    });
    if (next.hits.length === 0) break;
    hits.push(...next.hits);
  }
  return { ...first, hits };
}

/** `search FILE QUERY`: hits in the query's order, with totals, facets and a histogram over all of them. */
export function searchNotebook({ words, option, open, say }: VerbContext): Outcome {
  const asked = {
    query: words.slice(1).join(' '),
    ...(option('no-stemming') === undefined ? {} : { stemming: false }),
  };
  const limit = wholeNumber(option('limit'), 'limit', defaultLimit);
  const offset = wholeNumber(option('offset'), 'offset', 0);
  const result = search(open('read'), asked, offset, limit);
  for (const problem of result.problems) say(problem);
  if (result.alsoSearched.length > 0) say(`Also searched: ${result.alsoSearched.join(', ')}`);
  say(countWords(result, result.hits.length));
  return { json: result, lines: result.hits.map(linesOf) };
}
