/**
 * Everything that can be found, read from the notebook's own rows alone (nothing of the index): the words of each thing,
 * and what it bears, by the rules of `docs/search.md`. For comparing the search with; slow and plain on purpose.
 */
import type { HitKind } from '../../../../shared/contract/search';
import { foldForMatch, searchTokens, wordsOf } from '../../../../shared/text/fold';
import type { CodePointOffset } from '../../../../shared/text/offset-types';
import { createOffsetMap } from '../../../../shared/text/offsets';
import { sentencesOf } from '../../../../shared/text/sentences';
import { all, type ReadableDB } from '../../core/sql';
import { blankRanges, greyedRanges, indexedWords } from '../index/items/item-words';

/** One thing that can be found. */
export interface RawRow {
  readonly kind: HitKind;
  readonly id: string;
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly comment: readonly string[];
  /** Base language of its article; null for things of none. */
  readonly language: string | null;
  /** `field key` of all that it bears. */
  readonly bears: Set<string>;
}

export interface RawArticle {
  readonly row: RawRow;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The sentence and paragraph of each word of its text. */
  readonly sentences: readonly number[];
  readonly paragraphs: readonly number[];
  readonly sentenceCount: number;
  readonly paragraphCount: number;
  readonly passages: RawPassage[];
}

export interface RawPassage {
  readonly row: RawRow;
  readonly article: RawArticle;
  /** First and last of all parts that stand in the text; null for an orphan. */
  readonly sentences: readonly [number, number] | null;
  readonly paragraphs: readonly [number, number] | null;
}

export interface RawEvent {
  readonly row: RawRow;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface RawAccount {
  readonly row: RawRow;
  readonly event: RawEvent;
  readonly evidence: readonly RawPassage[];
}

/** A notebook as it is read. */
export interface RawRows {
  readonly rows: readonly RawRow[];
  readonly articles: readonly RawArticle[];
  readonly passages: readonly RawPassage[];
  readonly events: readonly RawEvent[];
  readonly accounts: readonly RawAccount[];
}

type Plain = Readonly<Record<string, string | null>>;

/** What is read of the rows before things are made of them. */
interface Read {
  readonly db: ReadableDB;
  readonly rows: RawRow[];
}

const label = (text: string): string => foldForMatch(text) || text.trim().toLowerCase();
export const baseLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

function rowOf({ db, rows }: Read, kind: HitKind, id: string, language: string | null): RawRow {
  const words = indexedWords(db, { kind, id });
  const tokens = (text: string | undefined) => searchTokens(text ?? '');
  const row: RawRow = {
    kind,
    id,
    title: tokens(words?.title),
    body: tokens(words?.body),
    comment: tokens(words?.comment),
    language: language || null,
    bears: new Set(),
  };
  rows.push(row);
  return row;
}

/** What an article shares with its passages and the events that these are evidence for. */
function sharedOf(article: Plain): string[] {
  const shared: string[] = [];
  if ((article['publisher'] ?? '').trim() !== '')
    shared.push(`publisher ${label(article['publisher'] ?? '')}`);
  for (const author of JSON.parse(article['authors'] ?? '[]') as string[]) shared.push(`by ${label(author)}`);
  if (article['language']) shared.push(`lang ${baseLanguage(article['language'])}`);
  return shared;
}

function readArticle(read: Read, article: Plain): RawArticle {
  const text = article['text'] ?? '';
  const row = rowOf(read, 'article', article['id'] ?? '', baseLanguage(article['language'] ?? ''));
  const sentences = sentencesOf(text);
  let paragraph = -1;
  const paragraphs = sentences.map(({ opens }) => (opens ? ++paragraph : paragraph));
  const blanked = blankRanges(text, greyedRanges(read.db, article['revision_id'] ?? ''));
  const starts = Array.from(wordsOf(blanked), ({ start }) => start);
  const inSentence = starts.map((at) =>
    Math.max(
      0,
      sentences.findLastIndex(({ start }) => start <= at),
    ),
  );
  for (const value of sharedOf(article)) row.bears.add(value);
  if (article['read_at'] === null) row.bears.add('has unread');
  return {
    row,
    earliest: article['earliest'] ?? null,
    latest: article['latest'] ?? null,
    sentences: inSentence,
    paragraphs: inSentence.map((sentence) => paragraphs[sentence] ?? 0),
    sentenceCount: sentences.length,
    paragraphCount: paragraph + 1,
    passages: [],
  };
}

interface Part {
  readonly id: string;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly state: string;
}

function readPassage(read: Read, article: RawArticle, text: string, id: string, parts: readonly Part[]) {
  const row = rowOf(read, 'passage', id, article.row.language);
  const offsets = createOffsetMap(text);
  const sentences = sentencesOf(text);
  let paragraph = -1;
  const paragraphs = sentences.map(({ opens }) => (opens ? ++paragraph : paragraph));
  const at = (offset: number) =>
    Math.max(
      0,
      sentences.findLastIndex(({ start }) => start <= offset),
    );
  const places = parts
    .filter(({ state }) => state !== 'orphan')
    .flatMap(({ start, end }) => [
      at(offsets.toUtf16(start)),
      at(Math.max(offsets.toUtf16(start), offsets.toUtf16(end) - 1)),
    ]);
  const span = (numbers: readonly number[]): [number, number] | null =>
    numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : null;
  for (const { state } of parts) if (state === 'orphan' || state === 'changed') row.bears.add(`has ${state}`);
  const passage: RawPassage = {
    row,
    article,
    sentences: span(places),
    paragraphs: span(places.map((sentence) => paragraphs[sentence] ?? 0)),
  };
  article.passages.push(passage);
  return passage;
}

/** Reads a notebook. */
export function readRawRows(db: ReadableDB): RawRows {
  const read: Read = { db, rows: [] };
  const texts = all<Plain>(
    db,
    `SELECT a.id, a.publisher, a.authors, a.language, a.read_at, a.revision_id, r.text,
     a.published_earliest AS earliest, a.published_latest AS latest FROM article a JOIN revision r ON r.id = a.revision_id`,
  );
  const articles = new Map(texts.map((article) => [article['id'] ?? '', readArticle(read, article)]));
  const textOf = new Map(texts.map((article) => [article['id'] ?? '', article['text'] ?? '']));
  const parts = all<Part>(
    db,
    `SELECT n.annotation_id AS id, n.start, n."end", n.state FROM anchor n JOIN article a ON a.revision_id = n.revision_id`,
  );
  const passages = new Map<string, RawPassage>();
  for (const { id, article } of all<{ id: string; article: string }>(
    db,
    'SELECT id, article_id AS article FROM annotation',
  )) {
    const of = articles.get(article);
    const mine = parts.filter((part) => part.id === id);
    if (of) passages.set(id, readPassage(read, of, textOf.get(article) ?? '', id, mine));
  }
  const events = new Map(
    all<Plain>(
      db,
      'SELECT id, type_id, date_earliest, date_latest, conflict_count AS conflicts FROM event',
    ).map((event): [string, RawEvent] => [
      event['id'] ?? '',
      {
        row: rowOf(read, 'event', event['id'] ?? '', null),
        earliest: event['date_earliest'] ?? null,
        latest: event['date_latest'] ?? null,
      },
    ]),
  );
  const accounts = readAccounts(read, events, passages);
  for (const kind of ['note', 'entity', 'tag'] as const)
    for (const { id } of all<{ id: string }>(
      db,
      `SELECT id FROM ${kind} ${kind === 'note' ? '' : 'WHERE root_id IS NULL'}`,
    ))
      rowOf(read, kind, id, null);
  const rows = new Map(read.rows.map((row) => [`${row.kind} ${row.id}`, row]));
  bearLinks(db, rows, passages);
  bearEvents(db, { rows, events, accounts, passages });
  bearPassages(passages);
  return {
    rows: read.rows,
    articles: [...articles.values()],
    passages: [...passages.values()],
    events: [...events.values()],
    accounts,
  };
}

function readAccounts(
  read: Read,
  events: ReadonlyMap<string, RawEvent>,
  passages: ReadonlyMap<string, RawPassage>,
): RawAccount[] {
  const evidence = all<Plain>(
    read.db,
    `SELECT account_id AS account, annotation_id AS passage FROM account_evidence WHERE kind = 'evidence'`,
  );
  return all<Plain>(read.db, 'SELECT id, event_id FROM account').flatMap((account) => {
    const event = events.get(account['event_id'] ?? '');
    const row = rowOf(read, 'account', account['id'] ?? '', null);
    const mine = evidence.filter((one) => one['account'] === account['id']);
    return event
      ? [{ row, event, evidence: mine.flatMap((one) => passages.get(one['passage'] ?? '') ?? []) }]
      : [];
  });
}

/** Links that stand in a table of pairs, as `field key` of a row. */
const linkTables: readonly (readonly [field: string, kind: HitKind, sql: string])[] = [
  ['entity', 'passage', 'SELECT annotation_id AS id, entity_id AS key FROM stored_mention'],
  ['tag', 'passage', 'SELECT annotation_id AS id, tag_id AS key FROM stored_annotation_tag'],
  ['tag', 'article', 'SELECT article_id AS id, tag_id AS key FROM stored_article_tag'],
  ['colour', 'passage', 'SELECT id, colour AS key FROM annotation WHERE colour IS NOT NULL'],
  ['has', 'passage', `SELECT id, 'note' AS key FROM annotation WHERE comment <> ''`],
  ['comment', 'passage', `SELECT id, '' AS key FROM annotation WHERE comment <> ''`],
  ['entity', 'note', `SELECT note_id AS id, target_id AS key FROM citation WHERE target_kind = 'entity'`],
  ['event', 'note', `SELECT note_id AS id, target_id AS key FROM citation WHERE target_kind = 'event'`],
  ['has', 'passage', `SELECT target_id AS id, 'note' AS key FROM citation WHERE target_kind = 'annotation'`],
  ['has', 'article', `SELECT target_id AS id, 'note' AS key FROM citation WHERE target_kind = 'article'`],
  ['has', 'event', `SELECT target_id AS id, 'note' AS key FROM citation WHERE target_kind = 'event'`],
  [
    'has',
    'entity',
    `SELECT coalesce(e.root_id, e.id) AS id, 'note' AS key FROM citation c JOIN entity e ON e.id = c.target_id`,
  ],
];

function bearLinks(
  db: ReadableDB,
  rows: ReadonlyMap<string, RawRow>,
  passages: ReadonlyMap<string, RawPassage>,
): void {
  for (const [field, kind, sql] of linkTables)
    for (const { id, key } of all<{ id: string; key: string }>(db, sql))
      rows.get(`${kind} ${id}`)?.bears.add(`${field} ${key}`);
  for (const { row, article } of passages.values())
    for (const value of article.row.bears) if (/^(?:publisher|by|lang) /.test(value)) row.bears.add(value);
}

interface Bearing {
  readonly rows: ReadonlyMap<string, RawRow>;
  readonly events: ReadonlyMap<string, RawEvent>;
  readonly accounts: readonly RawAccount[];
  readonly passages: ReadonlyMap<string, RawPassage>;
}

interface StoredAccount {
  readonly id: string;
  readonly event: string;
  readonly fact: string;
  readonly key: string;
  readonly entity: string | null;
  readonly mode: string;
  readonly certainty: string;
  readonly claimant: string;
}

function said(account: StoredAccount, claimants: readonly string[]): string[] {
  const { fact, key, entity, mode, certainty, claimant } = account;
  const values = [`event ${account.event}`, `mode ${mode}`, ...claimants.map((id) => `claimant ${id}`)];
  if (claimant === 'narrator' || claimant === 'unnamed') values.push(`claimant ${claimant}`);
  if (certainty !== '') values.push(`certainty ${certainty}`);
  if (entity !== null) values.push(`entity ${entity}`);
  if (fact === 'participant') values.push(`role ${key}`);
  if (fact === 'participant' && entity !== null) values.push(`role-of ${key} ${entity}`);
  return values;
}

/** Events and accounts bear what is said; their evidence bears it too, and events what their evidence's articles share. */
function bearEvents(db: ReadableDB, { events, accounts, passages }: Bearing): void {
  const types = new Map(
    all<{ id: string; type: string | null; conflicts: number }>(
      db,
      'SELECT id, type_id AS type, conflict_count AS conflicts FROM event',
    ).map((event) => [event.id, event]),
  );
  const ofEvent = (id: string): string[] => {
    const type = types.get(id)?.type;
    return [`event ${id}`, ...(type ? [`type ${type}`] : [])];
  };
  const rest = (passage: RawPassage | undefined, eventId: string): void => {
    const event = events.get(eventId)?.row;
    if (!passage || !event) return;
    const isContested = (types.get(eventId)?.conflicts ?? 0) > 0;
    for (const value of [...ofEvent(eventId), 'has evidence', ...(isContested ? ['has conflict'] : [])])
      passage.row.bears.add(value);
    event.bears.add('has evidence');
    for (const value of passage.article.row.bears)
      if (/^(?:publisher|by|lang) /.test(value)) event.bears.add(value);
  };
  for (const { row } of events.values()) {
    for (const value of ofEvent(row.id)) row.bears.add(value);
    if ((types.get(row.id)?.conflicts ?? 0) > 0) row.bears.add('has conflict');
  }
  for (const { passage, event } of all<{ passage: string; event: string }>(
    db,
    'SELECT annotation_id AS passage, event_id AS event FROM evidence',
  ))
    rest(passages.get(passage), event);
  const stored = new Map(
    all<StoredAccount>(
      db,
      `SELECT id, event_id AS event, fact, key, entity_id AS entity, mode, certainty, claimant_kind AS claimant FROM account`,
    ).map((account) => [account.id, account]),
  );
  const claimants = all<{ id: string; actor: string }>(
    db,
    'SELECT account_id AS id, actor_id AS actor FROM account_claimant',
  );
  for (const { row, event, evidence } of accounts) {
    const account = stored.get(row.id);
    if (!account) continue;
    const actors = claimants.filter(({ id }) => id === row.id).map(({ actor }) => actor);
    const values = [...ofEvent(account.event), ...said(account, actors)];
    for (const value of values) {
      row.bears.add(value);
      for (const passage of evidence) passage.row.bears.add(value);
      if (account.mode !== 'denies' || !value.startsWith('entity ')) event.row.bears.add(value);
    }
    for (const passage of evidence) rest(passage, account.event);
  }
}

/** An article bears whatever one of its passages bears. */
function bearPassages(passages: ReadonlyMap<string, RawPassage>): void {
  for (const { row, article } of passages.values())
    for (const value of row.bears) if (!value.startsWith('comment ')) article.row.bears.add(value);
}
