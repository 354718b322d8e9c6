/** What an event, its accounts, and things that stand alone bear. */
import { all, countOf, get, pluck, type ReadableDB } from '../../../core/sql';
import type { BorneValue } from '../stored/value-ids';
import { type AccountFacts, accountColumns, accountValues, claimantsOf, eventValues } from './account-values';
import { evidenceArticles } from './article-facts';

/** What an event bears itself, and each of its accounts by id. */
export interface EventFacts {
  readonly own: readonly BorneValue[];
  readonly accounts: ReadonlyMap<string, readonly BorneValue[]>;
}

interface EventRow {
  readonly typeId: string | null;
  readonly conflicts: number;
  readonly isCited: number;
}

/** An event bears what its accounts say; but a denial that someone took part, or of a place, gives it neither. */
function borneByEvent({ mode }: AccountFacts, said: readonly BorneValue[]): readonly BorneValue[] {
  return mode === 'denies' ? said.filter(({ field }) => field !== 'entity') : said;
}

function eventHas({ conflicts, isCited }: EventRow, articles: readonly string[]): BorneValue[] {
  const has: readonly (readonly [key: string, isSo: boolean])[] = [
    ['conflict', conflicts > 0],
    ['evidence', articles.length > 0],
    ['note', isCited === 1],
  ];
  return has.flatMap(([key, isSo]) => (isSo ? [{ field: 'has' as const, key }] : []));
}

/** The facts of an event; null when it is gone. `sharedOf`: what an article shares with events it is evidence for. */
export function eventFacts(
  db: ReadableDB,
  id: string,
  sharedOf: (articleId: string) => readonly BorneValue[],
): EventFacts | null {
  const event = get<EventRow>(
    db,
    `SELECT type_id AS typeId, conflict_count AS conflicts,
     EXISTS (SELECT 1 FROM citation WHERE target_kind = 'event' AND target_id = event.id) AS isCited FROM event WHERE id = ?`,
    [id],
  );
  if (!event) return null;
  const select = `SELECT ${accountColumns} FROM account c JOIN event e ON e.id = c.event_id WHERE c.event_id = ?`;
  const accounts = all<AccountFacts>(db, select, [id]);
  const claimants = claimantsOf(
    db,
    accounts.map((account) => account.id),
  );
  const articles = evidenceArticles(db, id);
  const own: BorneValue[] = [
    { field: 'kind', key: 'event' },
    ...eventValues(id, event.typeId),
    ...eventHas(event, articles),
    ...articles.flatMap(sharedOf),
  ];
  const values = new Map<string, readonly BorneValue[]>();
  for (const account of accounts) {
    const said = accountValues(account, claimants.get(account.id) ?? []);
    own.push(...borneByEvent(account, said));
    values.set(account.id, [{ field: 'kind', key: 'account' }, ...said]);
  }
  return { own, accounts: values };
}

/** What a note bears: the entities and events that it cites. Null when it is gone. */
export function noteFacts(db: ReadableDB, id: string): readonly BorneValue[] | null {
  if (countOf(db, 'SELECT count(*) FROM note WHERE id = ?', [id]) === 0) return null;
  const select = `SELECT target_kind AS field, target_id AS key FROM citation
    WHERE note_id = ? AND target_kind IN ('entity', 'event')`;
  return [
    { field: 'kind', key: 'note' },
    ...all<{ field: 'entity' | 'event'; key: string }>(db, select, [id]),
  ];
}

/** What an entity bears. Null when it is gone or merged into another. */
export function entityFacts(db: ReadableDB, id: string): readonly BorneValue[] | null {
  if (countOf(db, 'SELECT count(*) FROM entity WHERE id = ? AND root_id IS NULL', [id]) === 0) return null;
  const cited = pluck(
    db,
    `SELECT 1 FROM entity e CROSS JOIN citation c ON c.target_kind = 'entity' AND c.target_id = e.id
     WHERE coalesce(e.root_id, e.id) = ? LIMIT 1`,
    [id],
  );
  const kind: BorneValue = { field: 'kind', key: 'entity' };
  return cited.length > 0 ? [kind, { field: 'has', key: 'note' }] : [kind];
}

/** What a tag bears. Null when it is gone or merged into another. */
export function tagFacts(db: ReadableDB, id: string): readonly BorneValue[] | null {
  const isThere = countOf(db, 'SELECT count(*) FROM tag WHERE id = ? AND root_id IS NULL', [id]) > 0;
  return isThere ? [{ field: 'kind', key: 'tag' }] : null;
}
