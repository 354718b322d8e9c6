/** Reading accounts: of one event, with who says so and the passages they rest on. */
import type { QueryArgs } from '../../../shared/contract';
import type { ArticleAccount } from '../../../shared/contract/accounts';
import type { Account, Claimant } from '../../../shared/model/account';
import type { PassageRef } from '../../../shared/model/annotation';
import { CasebookError } from '../../../shared/model/result';
import { all, pluck, type ReadableDB } from '../core/sql';
import { passageRefs } from '../entities/passage-refs';
import { widenQuotes } from '../entities/widen-quotes';
import { type AccountRow, accountSelect, valueOfRow } from './account-row';

interface Link {
  readonly accountId: string;
  readonly annotationId: string;
  readonly kind: 'evidence' | 'cue';
}
interface Speaker {
  readonly accountId: string;
  readonly id: string;
  readonly name: string;
}

const linksOf = `SELECT x.account_id AS accountId, x.annotation_id AS annotationId, x.kind
  FROM json_each(?) j CROSS JOIN account_evidence x ON x.account_id = j.value`;
const speakersOf = `SELECT DISTINCT x.account_id AS accountId, e.id, e.name
  FROM json_each(?) j CROSS JOIN account_claimant x ON x.account_id = j.value
  JOIN entity stored ON stored.id = x.actor_id JOIN entity e ON e.id = coalesce(stored.root_id, stored.id)
  ORDER BY e.folded, e.id`;

/** What hangs on some accounts, read once for all of them. */
interface Around {
  readonly passages: ReadonlyMap<string, PassageRef>;
  /** Where each stands in the order of article dates. */
  readonly places: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly speakers: ReadonlyMap<string, readonly Speaker[]>;
}

function byAccount<Row extends { readonly accountId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.accountId);
    if (group) group.push(row);
    else groups.set(row.accountId, [row]);
  }
  return groups;
}

function readAround(db: ReadableDB, accountIds: readonly string[], inSentences: boolean): Around {
  const ids = JSON.stringify(accountIds);
  const links = all<Link>(db, linksOf, [ids]);
  const annotationIds = [...new Set(links.map(({ annotationId }) => annotationId))];
  const wanted = 'SELECT value AS annotation_id FROM json_each(?)';
  const page = { offset: 0, limit: annotationIds.length };
  const found = passageRefs(db, wanted, [JSON.stringify(annotationIds)], page);
  const refs = inSentences ? widenQuotes(db, found) : found;
  return {
    passages: new Map(refs.map((ref) => [ref.annotationId, ref])),
    places: new Map(refs.map(({ annotationId }, place) => [annotationId, place])),
    links: byAccount(links),
    speakers: byAccount(all<Speaker>(db, speakersOf, [ids])),
  };
}

function claimantOf(row: AccountRow, speakers: readonly Speaker[]): Claimant {
  if (row.claimant_kind === 'unnamed') return { kind: 'unnamed', words: row.claimant_words };
  if (row.claimant_kind !== 'actors') return { kind: row.claimant_kind };
  return { kind: 'actors', actors: speakers.map(({ id, name }) => ({ id, name })) };
}

function toAccount(row: AccountRow, { passages, places, links, speakers }: Around): Account {
  const of = (kind: Link['kind']) =>
    (links.get(row.id) ?? [])
      .filter((link) => link.kind === kind)
      .flatMap(({ annotationId }) => passages.get(annotationId) ?? [])
      .sort((a, b) => (places.get(a.annotationId) ?? 0) - (places.get(b.annotationId) ?? 0));
  return {
    id: row.id,
    eventId: row.event_id,
    fact: row.fact,
    key: row.key,
    value: valueOfRow(row),
    claimant: claimantOf(row, speakers.get(row.id) ?? []),
    mode: row.mode,
    certainty: row.certainty,
    inferredReason: row.inferred_reason,
    instead: row.instead === 1,
    preferredReason: row.preferred_reason,
    comment: row.comment,
    evidence: of('evidence'),
    cues: of('cue'),
  };
}

/**
 * Accounts of the rows that a condition on `account` selects, in the order they were made; `inSentences` gives their
 * passages the words around them.
 */
export function readAccounts(
  db: ReadableDB,
  condition: string,
  params: readonly string[],
  inSentences = false,
): Account[] {
  const rows = all<AccountRow>(db, `${accountSelect} WHERE ${condition} ORDER BY account.id`, params);
  const around = readAround(
    db,
    rows.map(({ id }) => id),
    inSentences,
  );
  return rows.map((row) => toAccount(row, around));
}

/** Every account of an event, in the order they were made; none for an event that is gone. */
export function listAccounts(db: ReadableDB, { eventId }: QueryArgs<'listAccounts'>): Account[] {
  return readAccounts(db, 'account.event_id = ?', [eventId], true);
}

/** One account. Throws `not-found`. */
export function getAccount(db: ReadableDB, { id }: QueryArgs<'getAccount'>): Account {
  const [account] = readAccounts(db, 'account.id = ?', [id], true);
  if (account) return account;
  throw new CasebookError('not-found', 'This account is not there any more.');
}

const inArticle = `account.id IN (SELECT x.account_id FROM annotation CROSS JOIN account_evidence x ON x.annotation_id = annotation.id
  WHERE annotation.article_id = ?)`;

/** Accounts with evidence or cue words in an article; none for an article that is gone. */
export function listArticleAccounts(
  db: ReadableDB,
  { articleId }: QueryArgs<'listArticleAccounts'>,
): ArticleAccount[] {
  const accounts = readAccounts(db, inArticle, [articleId]);
  const titles = new Map(
    all<{ id: string; title: string }>(
      db,
      'SELECT event.id, title FROM json_each(?) j JOIN event ON event.id = j.value',
      [JSON.stringify([...new Set(accounts.map(({ eventId }) => eventId))])],
    ).map(({ id, title }) => [id, title]),
  );
  return accounts.map((account) => ({ ...account, eventTitle: titles.get(account.eventId) ?? '' }));
}

/** What is counted in the notebook, or how outcomes are labelled, most used first; 200 at most. */
export function listFactKeys(db: ReadableDB, { fact }: QueryArgs<'listFactKeys'>): string[] {
  const keys = `SELECT key FROM account WHERE fact = ? AND key <> '' GROUP BY key ORDER BY count(*) DESC, key LIMIT 200`;
  return pluck<string>(db, keys, [fact]);
}
