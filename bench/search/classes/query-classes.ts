/**
 * The classes of query that search is measured with: for each, queries drawn with a fixed seed from the words, names and
 * facts of the notebook itself, so that nearly all of them find something. Beside each query stands the bare full-text
 * expression that its words come to, where it has any.
 */
import { all, get, pluck, type ReadableDB, rawDatabase } from '../../../main/store/core/sql';
import { searchTokens } from '../../../shared/text/fold';
import { type Random, seeded } from '../../prose';

/** One query as it is asked. */
export interface AskedQuery {
  readonly query: string;
  /** The last word is still being typed. */
  readonly asTyped: boolean;
  /** The bare FTS5 expression of its words; '' where there are none. */
  readonly bare: string;
  /** What a program without fields is asked: the words alone, the phrase in quotation marks. */
  readonly words: string;
}

export interface QueryClass {
  readonly name: string;
  /** The first screen is to be there within so many milliseconds (p95). */
  readonly screenGoal: 50 | 120;
  readonly draw: (source: QuerySource) => AskedQuery;
}

/** What queries are drawn from. */
export interface QuerySource {
  readonly random: Random;
  readonly text: () => readonly string[];
  readonly word: (band: Band) => string;
  readonly article: () => {
    readonly words: readonly string[];
    readonly names: Readonly<Record<(typeof facetFields)[number], string | null>>;
  };
  readonly pair: () => readonly [string, string];
  readonly account: () => {
    readonly actor: string;
    readonly role: string;
    readonly mode: string;
    readonly date: string;
  };
}

/** How many of a hundred articles have a word, from and to. */
const bands = { rare: [0, 0.1], mid: [0.5, 3], common: [8, 45], commonest: [60, 101] } as const;
export type Band = keyof typeof bands;

const plain = (words: string): AskedQuery => ({
  query: words,
  asTyped: false,
  bare: searchTokens(words)
    .map((token) => `"${token}"`)
    .join(' '),
  words,
});

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;

function filtered(words: string, filters: string): AskedQuery {
  const asked = plain(words);
  return { ...asked, query: `${words} ${filters}`.trim() };
}

function typed(source: QuerySource, letters: number): AskedQuery {
  const word = source.text().find((each) => each.length > letters + 2) ?? 'government';
  const prefix = word.slice(0, letters < 3 ? letters : 3 + Math.floor(source.random() * 3));
  return { query: prefix, asTyped: true, bare: `${prefix}*`, words: `${prefix}*` };
}

function somewhere(source: QuerySource, length: number): readonly string[] {
  const words = source.text();
  const start = Math.floor(source.random() * Math.max(1, words.length - length));
  return words.slice(start, start + length);
}

function phrase(source: QuerySource): AskedQuery {
  const words = somewhere(source, source.random() < 0.5 ? 2 : 3).join(' ');
  return { query: `"${words}"`, asTyped: false, bare: `"${words}"`, words: `"${words}"` };
}

function near(source: QuerySource): AskedQuery {
  const [first = '', , , last = ''] = somewhere(source, 4);
  return {
    query: `${first} NEAR/5 ${last}`,
    asTyped: false,
    bare: `NEAR("${first}" "${last}", 5)`,
    words: `${first} ${last}`,
  };
}

const facetFields = ['actor', 'place', 'tag', 'publisher'] as const;

/** A word of an article with things that the same article bears, so that most of these queries find something. */
function faceted(source: QuerySource, count: number): AskedQuery {
  const { words, names } = source.article();
  const from = Math.floor(source.random() * facetFields.length);
  const filters = facetFields.flatMap((_, index) => {
    const field = facetFields[(from + index) % facetFields.length] ?? 'tag';
    return names[field] === null ? [] : [`${field}:${quoted(names[field])}`];
  });
  const word = words.find((each) => each.length > 4) ?? 'government';
  return filtered(word, filters.slice(0, count).join(' '));
}

function roleModeDate(source: QuerySource): AskedQuery {
  const { actor, role, mode, date } = source.account();
  const who = source.random() < 0.5 ? `actor:${quoted(actor)} ` : '';
  return filtered('', `${who}role:${role} mode:${mode} date:${date.slice(0, source.random() < 0.5 ? 4 : 7)}`);
}

/** Every class, in the order in which they are told. */
export const queryClasses: readonly QueryClass[] = [
  { name: 'rare-word', screenGoal: 50, draw: (source) => plain(source.word('rare')) },
  { name: 'mid-word', screenGoal: 50, draw: (source) => plain(source.word('mid')) },
  { name: 'common-word', screenGoal: 50, draw: (source) => plain(source.word('common')) },
  { name: 'commonest-word', screenGoal: 120, draw: (source) => plain(source.word('commonest')) },
  { name: 'three-words', screenGoal: 50, draw: (source) => plain(somewhere(source, 3).join(' ')) },
  { name: 'phrase', screenGoal: 50, draw: phrase },
  { name: 'near', screenGoal: 50, draw: near },
  { name: 'typed-1', screenGoal: 50, draw: (source) => typed(source, 1) },
  { name: 'typed-2', screenGoal: 50, draw: (source) => typed(source, 2) },
  { name: 'typed-3', screenGoal: 50, draw: (source) => typed(source, 3) },
  { name: 'word-and-facet', screenGoal: 50, draw: (source) => faceted(source, 1) },
  { name: 'word-and-three', screenGoal: 50, draw: (source) => faceted(source, 3) },
  {
    name: 'co-mention',
    screenGoal: 50,
    draw: (source) =>
      filtered(
        '',
        `${source
          .pair()
          .map((name) => `actor:${quoted(name)}`)
          .join(' ')} within:1s`,
      ),
  },
  { name: 'role-mode-date', screenGoal: 50, draw: roleModeDate },
];

type Words = Readonly<Record<Band, readonly string[]>>;

/** The words of each band, from how many rows have them; reading the whole index once. */
function readWords(db: ReadableDB, articles: number): Words {
  const raw = rawDatabase(db);
  raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.bench_words USING fts5vocab(main, search_index, 'row')`);
  const plainWords = `SELECT term, doc FROM temp.bench_words WHERE length(term) > 1 AND term GLOB '[a-z]*' AND doc > 1`;
  const words = all<{ term: string; doc: number }>(db, plainWords);
  // A passage is a row as well: an article's word is in about 1.3 rows of it.
  const share = (percent: number) => Math.max(2, Math.ceil((percent / 100) * articles));
  const found = Object.entries(bands).map(([band, [from, to]]) => {
    const [least, most] = [share(from), share(to)];
    return [band, words.flatMap(({ term, doc }) => (doc >= least && doc <= most ? [term] : []))] as const;
  });
  return Object.fromEntries(found) as Record<Band, string[]>;
}

const readBefore = new WeakMap<ReadableDB, Words>();

function wordsByBand(db: ReadableDB, articles: number): Words {
  const words = readBefore.get(db) ?? readWords(db, articles);
  readBefore.set(db, words);
  return words;
}

const textSql = 'SELECT substr(text, 200, 1200) AS text FROM revision WHERE rowid = ?';
const pairSql = `SELECT min(e.name) AS one, max(e.name) AS other FROM annotation a JOIN stored_mention m ON m.annotation_id = a.id
  JOIN entity e ON e.id = m.entity_id WHERE a.rowid BETWEEN ? AND ? + 200 AND e.kind = 'actor' GROUP BY a.id
  HAVING count(*) = 2 LIMIT 1`;
const accountSql = `SELECT e.name AS actor, a.key AS role, a.mode, v.date_earliest AS date FROM account a
  JOIN entity e ON e.id = a.entity_id JOIN event v ON v.id = a.event_id
  WHERE a.rowid >= ? AND a.fact = 'participant' AND v.date_earliest IS NOT NULL LIMIT 1`;
const mentionedSql = (
  kind: string,
) => `(SELECT e.name FROM annotation a JOIN stored_mention m ON m.annotation_id = a.id
  JOIN entity e ON e.id = m.entity_id WHERE a.article_id = t.id AND e.kind = '${kind}' LIMIT 1)`;
const articleSql = `SELECT substr(r.text, 200, 600) AS text, t.publisher, ${mentionedSql('actor')} AS actor, ${mentionedSql('place')} AS place,
  (SELECT g.name FROM annotation a JOIN stored_annotation_tag x ON x.annotation_id = a.id JOIN tag g ON g.id = x.tag_id
   WHERE a.article_id = t.id LIMIT 1) AS tag FROM article t JOIN revision r ON r.id = t.revision_id WHERE t.rowid = ?`;

interface ArticleRow {
  readonly text: string;
  readonly publisher: string;
  readonly actor: string | null;
  readonly place: string | null;
  readonly tag: string | null;
}

/** The words of a text that are plain letters; the first may be cut. */
const wordsIn = (text: string): readonly string[] =>
  searchTokens(text)
    .filter((word) => /^[a-z]+$/.test(word))
    .slice(1);

const highest = (db: ReadableDB, table: string): number =>
  pluck<number>(db, `SELECT max(rowid) FROM ${table}`)[0] ?? 1;

/** Draws from a notebook; the same queries each time for the same notebook. */
export function querySource(db: ReadableDB): QuerySource {
  const random = seeded(7);
  const articles = highest(db, 'article');
  const tops = { annotation: highest(db, 'annotation'), account: highest(db, 'account') };
  const words = wordsByBand(db, articles);
  const below = (top: number) => 1 + Math.floor(random() * Math.max(1, top - 250));
  return {
    random,
    text: () => wordsIn(get<{ text: string }>(db, textSql, [below(articles + 250)])?.text ?? ''),
    word: (band) => words[band][Math.floor(random() * words[band].length)] ?? 'government',
    article: () => {
      const row = get<ArticleRow>(db, articleSql, [below(articles + 250)]);
      return {
        words: wordsIn(row?.text ?? ''),
        names: row ?? { actor: null, place: null, tag: null, publisher: null },
      };
    },
    pair: () => {
      const from = below(tops.annotation);
      const { one = '', other = '' } = get<{ one: string; other: string }>(db, pairSql, [from, from]) ?? {};
      return [one, other];
    },
    account: () => {
      const found = all<ReturnType<QuerySource['account']>>(db, accountSql, [below(tops.account)])[0];
      return found ?? { actor: '', role: 'speaker', mode: 'claims', date: '2020-01-01' };
    },
  };
}
