/** A query for passages like one: any of who, what and where it names, and of its rarest words. */
import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import { formatFilter } from '../../../../shared/query/format-query';
import { searchTokens } from '../../../../shared/text/fold';
import { pluck, type ReadableDB } from '../../core/sql';
import { hitFacts } from '../snippet/hit-facts';
import { readKnownNames } from '../words/read-known-names';

const mostWords = 6;
const shortestWord = 4;

/** The words of a text that fewest things have; names stand for themselves. */
function rareWords(db: ReadableDB, text: string): string[] {
  const names = readKnownNames(db).tokens;
  const words = [...new Set(searchTokens(text))].filter(
    (word) => [...word].length >= shortestWord && !names.has(word) && !/^\d+$/.test(word),
  );
  const seen = new Map(
    words.map((word) => [
      word,
      pluck<number>(db, 'SELECT seen FROM search_word WHERE term = ?', [word])[0] ?? 0,
    ]),
  );
  return words.sort((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0)).slice(0, mostWords);
}

/** A query for passages like this one; '' when it is gone or bears nothing to go by. */
export function moreLike(db: ReadableDB, { annotationId }: QueryArgs<'moreLike'>): QueryValue<'moreLike'> {
  const quotes = pluck<string>(db, 'SELECT exact FROM selector WHERE annotation_id = ? ORDER BY part', [
    annotationId,
  ]);
  const [facts = null] = hitFacts(db, [{ kind: 'passage', id: annotationId }]);
  if (quotes.length === 0 || !facts) return { query: '' };
  const filters = [
    ...facts.actors.map(({ name }) => formatFilter('actor', name)),
    ...facts.places.map(({ name }) => formatFilter('place', name)),
    ...facts.events.map(({ name }) => formatFilter('event', name)),
    ...facts.tags.map(({ name }) => formatFilter('tag', name)),
  ].slice(0, mostWords);
  const words = rareWords(db, quotes.join(' '));
  const either = (list: readonly string[]) => (list.length > 1 ? `(${list.join(' OR ')})` : list.join(''));
  // What it bears narrows, its words only where it bears nothing; words put the likest first.
  const asked = filters.length > 0 ? [either([...filters, ...words])] : [either(words)];
  return { query: asked[0] === '' ? '' : `${asked.join(' ')} kind:passage` };
}
