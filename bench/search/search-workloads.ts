/**
 * Search over 10,000 articles of 870 words with 30,000 passages. The value is the 95th percentile of a whole answer (20
 * hits with snippets, exact total, exact facets); the limit that of the bare ranked full-text query for its words with the
 * texts of what it finds.
 */

import { all, pluck } from '../../main/store/core/sql';
import { completeQuery } from '../../main/store/search/complete-query';
import { search } from '../../main/store/search/search';
import type { Session } from '../../main/store/worker/session';
import { openMadeNotebook } from '../made-notebook';
import { percentile, timesOf } from '../measure';
import { vocabulary } from '../prose';
import type { Measured, Workload } from '../workload';

const size = { articles: 10_000, wordsPerArticle: 870, passagesPerArticle: 3 };
const rounds = 40;

const bareSql = `
  SELECT r.text FROM (SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rank LIMIT 20) f
  JOIN search_item i ON i.rowid = f.rowid
  LEFT JOIN article a ON a.id = i.item_id LEFT JOIN revision r ON r.id = a.revision_id`;

let opened: Session | null = null;
const notebook = (): Session => (opened ??= openMadeNotebook(size));

/** A word of a rank around the given one: another in each round. */
const wordAt = (rank: number, round: number): string => vocabulary[rank + round] ?? '';

/** What is asked in a round, and the words of it as the index takes them. */
interface Asked {
  readonly query: string;
  readonly words: string;
}

function measure(ask: (round: number) => Asked): Measured {
  const db = notebook().reader;
  const value = percentile(
    timesOf(rounds, (round) => search(db, { query: ask(round).query, offset: 0, limit: 20 })),
    0.95,
  );
  const limit = percentile(
    timesOf(rounds, (round) => all(db, bareSql, [ask(round).words])),
    0.95,
  );
  return { value, limit };
}

function same(words: string): Asked {
  return { query: words, words };
}

/** Two words that stand side by side in an article, another in each round. */
function phraseOf(round: number): string {
  const text =
    pluck<string>(notebook().reader, 'SELECT substr(text, 1, 200) FROM revision LIMIT 1 OFFSET ?', [
      round * 97,
    ])[0] ?? '';
  return text.toLowerCase().split(/[ .]/).slice(3, 5).join(' ');
}

function actorAt(round: number): string {
  return (
    pluck<string>(
      notebook().reader,
      `SELECT name FROM entity WHERE kind = 'actor' ORDER BY id LIMIT 1 OFFSET ?`,
      [round],
    )[0] ?? ''
  );
}

/** Words beside which a filter is asked alone: as many rows as the filter has. */
const filterWords = (): string => wordAt(3000, 0);

function measureCompletion(): Measured {
  const db = notebook().reader;
  const prefixes = (round: number) => wordAt(500, round).slice(0, 3);
  const value = percentile(
    timesOf(rounds, (round) => completeQuery(db, { query: `actor:${prefixes(round)}`, caret: 9 })),
    0.95,
  );
  const bare = `SELECT name FROM entity WHERE kind = 'actor' AND instr(' ' || folded, ' ' || ?) > 0 LIMIT 10`;
  const limit = percentile(
    timesOf(rounds, (round) => all(db, bare, [prefixes(round)])),
    0.95,
  );
  return { value, limit };
}

export const searchWorkloads: readonly Workload[] = [
  {
    name: 'search/rare-word',
    unit: 'ms',
    goal: 40,
    run: () => measure((round) => same(wordAt(8000, round * 50))),
  },
  { name: 'search/common-word', unit: 'ms', goal: 4, run: () => measure((round) => same(wordAt(5, round))) },
  {
    name: 'search/two-words',
    unit: 'ms',
    goal: 6,
    run: () => measure((round) => same(`${wordAt(50, round)} ${wordAt(200, round)}`)),
  },
  {
    name: 'search/phrase',
    unit: 'ms',
    goal: 6,
    run: () => measure((round) => same(`"${phraseOf(round)}"`)),
  },
  {
    name: 'search/prefix',
    unit: 'ms',
    goal: 4,
    run: () => measure((round) => same(`${wordAt(300, round).slice(0, 3)}*`)),
  },
  {
    name: 'search/words-and-actor',
    unit: 'ms',
    goal: 6,
    run: () =>
      measure((round) => ({
        query: `${wordAt(20, round)} actor:"${actorAt(round)}"`,
        words: wordAt(20, round),
      })),
  },
  {
    name: 'search/actor-alone',
    unit: 'ms',
    goal: 30,
    run: () => measure((round) => ({ query: `actor:"${actorAt(round)}"`, words: filterWords() })),
  },
  { name: 'search/complete', unit: 'ms', goal: 20, run: measureCompletion },
];
