/** Events, who took part in them, and their accounts, as tables. */
import { valueWords } from '../../../../shared/accounts/account-words';
import type { AccountValue } from '../../../../shared/model/account';
import type { ExportAccount, ExportData, ExportEvent } from '../../gather/export-data';
import { type Columns, list, type Table, tableOf } from './table';

const eventColumns: Columns<ExportEvent> = {
  event_id: ({ id }) => id,
  title: ({ title }) => title,
  type: ({ type }) => type,
  date: ({ date }) => date,
  date_words: ({ dateWords }) => dateWords,
  earliest: ({ earliest }) => earliest,
  latest: ({ latest }) => latest,
  place: ({ place }) => place?.name ?? '',
  participants: ({ participants }) =>
    list(participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`))),
  description: ({ description }) => description,
  happened: ({ happened }) => (happened === 'unsaid' ? '' : happened),
  facts_in_conflict: ({ conflictCount }) => conflictCount,
  evidence_count: ({ evidence }) => evidence.length,
  evidence: ({ evidence }) => list(evidence),
  place_id: ({ place }) => place?.id ?? '',
  created: ({ createdAt }) => createdAt,
  modified: ({ modifiedAt }) => modifiedAt,
};

/** A row for each event; `evidence` holds the ids of the passages that support it. */
export const eventTable: Table = tableOf('events', eventColumns, ({ events }) => events);

interface AccountRow {
  readonly event: ExportEvent;
  readonly account: ExportAccount;
}

/** Every account with its event. */
function* accountRows(
  { events }: ExportData,
  holds: (account: ExportAccount) => boolean,
): Iterable<AccountRow> {
  for (const event of events)
    for (const account of event.accounts) if (holds(account)) yield { event, account };
}

function valueId(value: AccountValue): string {
  if (value.kind === 'place') return value.placeId;
  if (value.kind === 'entity') return value.entityId;
  return value.kind === 'type' ? value.typeId : '';
}

const number = ({ account: { value } }: AccountRow) => (value.kind === 'number' ? value : null);
const date = ({ account: { value } }: AccountRow) => (value.kind === 'date' ? value.date : null);

/** Who says it, as far as it is an actor or words. */
export function claimantNames({ claimant }: Pick<ExportAccount, 'claimant'>): string {
  if (claimant.kind === 'actors') return list(claimant.actors.map(({ name }) => name));
  return claimant.kind === 'unnamed' ? claimant.words : '';
}

const claimantIds = ({ account: { claimant } }: AccountRow): string =>
  claimant.kind === 'actors' ? list(claimant.actors.map(({ id }) => id)) : '';

const saidColumns: Columns<AccountRow> = {
  claimant_kind: ({ account }) => account.claimant.kind,
  claimants: ({ account }) => claimantNames(account),
  claimant_ids: claimantIds,
  mode: ({ account }) => account.mode,
  certainty: ({ account }) => account.certainty,
  inferred_because: ({ account }) => account.inferredReason,
  preferred: ({ account }) => (account.preferredReason === null ? '' : 'yes'),
  preferred_because: ({ account }) => account.preferredReason,
  comment: ({ account }) => account.comment,
  evidence: ({ account }) => list(account.evidence),
  cues: ({ account }) => list(account.cues),
  created: ({ account }) => account.createdAt,
  modified: ({ account }) => account.modifiedAt,
};

const accountColumns: Columns<AccountRow> = {
  account_id: ({ account }) => account.id,
  event_id: ({ event }) => event.id,
  event: ({ event }) => event.title,
  fact: ({ account }) => account.fact,
  key: ({ account }) => account.key,
  value: ({ account }) => valueWords(account.value),
  value_id: ({ account }) => valueId(account.value),
  date: (row) => date(row)?.edtf ?? '',
  date_words: (row) => date(row)?.words ?? '',
  place_precision: ({ account: { value } }) => (value.kind === 'place' ? value.precision : ''),
  comparison: (row) => number(row)?.comparison ?? '',
  low: (row) => number(row)?.low ?? '',
  high: (row) => number(row)?.high ?? '',
  ...saidColumns,
};

/** A row for each account of each event: the values as they are said, contradictory ones beside each other. */
export const accountTable: Table = tableOf('accounts', accountColumns, (data) =>
  accountRows(data, () => true),
);

const participationColumns: Columns<AccountRow> = {
  participation_id: ({ account }) => account.id,
  event_id: ({ event }) => event.id,
  event: ({ event }) => event.title,
  event_date: ({ event }) => event.date,
  actor_id: ({ account }) => valueId(account.value),
  actor: ({ account }) => valueWords(account.value),
  role: ({ account }) => account.key,
  instead_of_others: ({ account }) => (account.instead ? 'yes' : ''),
  ...saidColumns,
};

/** A row for each account of who took part; one that is denied says so in `mode`. */
export const participationTable: Table = tableOf('participations', participationColumns, (data) =>
  accountRows(data, ({ fact }) => fact === 'participant'),
);
