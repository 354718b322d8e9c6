import type { SearchHit } from '../../shared/contract/search';
import { answer } from '../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from './verb';

const largestPage = 500;
const defaultLimit = 20;

function wholeNumber(words: string | undefined, name: string, otherwise: number): number {
  if (words === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(words)) throw new UsageError(`--${name} takes a whole number, not “${words}”.`);
  return Number(words);
}

function lineOf({ kind, id, title, article, snippet }: SearchHit): string {
  const from = article && kind === 'passage' ? ` in ${article.title}` : '';
  return `${kind}\t${id}\t${title}${kind === 'passage' ? '' : from}\n\t${snippet}`;
}

/** `search FILE QUERY`: hits, most relevant first, with facets over all of them. */
export function searchNotebook({ words, option, open, say }: VerbContext): Outcome {
  const query = words.slice(1).join(' ');
  const limit = wholeNumber(option('limit'), 'limit', defaultLimit);
  const offset = wholeNumber(option('offset'), 'offset', 0);
  const session = open('read');
  const first = answer(session, 'search', { query, offset, limit: Math.min(limit, largestPage) });
  const hits = [...first.hits];
  while (hits.length < limit && offset + hits.length < first.total) {
    const next = answer(session, 'search', {
      query,
      offset: offset + hits.length,
      limit: Math.min(limit - hits.length, largestPage),
    });
    if (next.hits.length === 0) break;
    hits.push(...next.hits);
  }
  const { total, facets, problems } = first;
  for (const problem of problems) say(problem);
  say(`${total} found${hits.length < total ? `, ${hits.length} shown` : ''}`);
  return { json: { total, hits, facets, problems }, lines: hits.map(lineOf) };
}
