/** Reads every account of some events, with who says it and the ids of the passages that it rests on. */
import type { Claimant } from '../../../shared/model/account';
import { type AccountRow, accountSelect, valueOfRow } from '../../store/accounts/account-row';
import { all, type ReadableDB } from '../../store/core/sql';
import type { ExportAccount } from './export-data';
import { grouped, ofIds } from './rows-of-ids';

type Row = AccountRow & { readonly created_at: string; readonly modified_at: string };

const accounts = `${accountSelect.replace('account.comment', 'account.comment, account.created_at, account.modified_at')}
  WHERE account.event_id IN (SELECT value FROM json_each(?)) ORDER BY account.id`;
const links = `SELECT x.account_id AS owner, x.annotation_id AS id, x.kind FROM json_each(?) j
  CROSS JOIN account_evidence x ON x.account_id = j.value ORDER BY x.annotation_id`;
const speakers = `SELECT DISTINCT x.account_id AS owner, e.id, e.name FROM json_each(?) j
  CROSS JOIN account_claimant x ON x.account_id = j.value
  JOIN entity stored ON stored.id = x.actor_id JOIN entity e ON e.id = coalesce(stored.root_id, stored.id)
  ORDER BY e.folded, e.id`;

interface LinkRow {
  readonly owner: string;
  readonly id: string;
  readonly kind: 'evidence' | 'cue';
}
interface SpeakerRow {
  readonly owner: string;
  readonly id: string;
  readonly name: string;
}

function claimantOf(row: Row, actors: readonly SpeakerRow[]): Claimant {
  if (row.claimant_kind === 'unnamed') return { kind: 'unnamed', words: row.claimant_words };
  if (row.claimant_kind !== 'actors') return { kind: row.claimant_kind };
  return { kind: 'actors', actors: actors.map(({ id, name }) => ({ id, name })) };
}

function toAccount(row: Row, around: readonly LinkRow[], actors: readonly SpeakerRow[]): ExportAccount {
  const of = (kind: LinkRow['kind']) => around.filter((link) => link.kind === kind).map(({ id }) => id);
  return {
    id: row.id,
    eventId: row.event_id,
    fact: row.fact,
    key: row.key,
    value: valueOfRow(row),
    claimant: claimantOf(row, actors),
    mode: row.mode,
    certainty: row.certainty,
    inferredReason: row.inferred_reason,
    instead: row.instead === 1,
    preferredReason: row.preferred_reason,
    comment: row.comment,
    evidence: of('evidence'),
    cues: of('cue'),
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

/** Accounts of the events, in the order they were made. */
export function readAccounts(db: ReadableDB, eventIds: readonly string[]): ExportAccount[] {
  const rows = all<Row>(db, accounts, [JSON.stringify(eventIds)]);
  const ids = rows.map(({ id }) => id);
  const linksOf = grouped(ofIds<LinkRow>(db, ids, links));
  const speakersOf = grouped(ofIds<SpeakerRow>(db, ids, speakers));
  return rows.map((row) => toAccount(row, linksOf(row.id), speakersOf(row.id)));
}
